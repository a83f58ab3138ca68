namespace Bot.Delivery.Waking;

/// <summary>
/// Wakes the senders at an instant, and at once, so that those of all processes know until when to rest. Only saves waiting: the ledger
/// is swept without it too.
/// </summary>
public interface IAlarmClock
{
    void Ring(DateTimeOffset at);
}

/// <summary>Wakes the senders at once, and leaves later instants to their poll.</summary>
public sealed class SignalAlarmClock(SendSignal signal, DueNotices others) : IAlarmClock
{
    public void Ring(DateTimeOffset at)
    {
        // Also for later: whoever rests is to rest no longer than until then.
        signal.Wake();
        others.Tell();
    }
}

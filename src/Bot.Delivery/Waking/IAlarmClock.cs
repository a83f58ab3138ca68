namespace Bot.Delivery.Waking;

/// <summary>Wakes the senders at an instant, those of other processes too if it is now. Only saves waiting: the ledger is swept without it too.</summary>
public interface IAlarmClock
{
    void Ring(DateTimeOffset at);
}

/// <summary>Wakes the senders at once for what is due now, and leaves later instants to the sweep.</summary>
public sealed class SignalAlarmClock(SendSignal signal, DueNotices others, TimeProvider time) : IAlarmClock
{
    public void Ring(DateTimeOffset at)
    {
        if (at <= time.GetUtcNow())
        {
            signal.Wake();
            others.Tell();
        }
    }
}

namespace Bot.Delivery.Waking;

/// <summary>Wakes the senders at an instant. Only saves waiting: without it the ledger is swept all the same.</summary>
public interface IAlarmClock
{
    void Ring(DateTimeOffset at);
}

/// <summary>Wakes at once what is due now, and leaves later instants to the sweep.</summary>
public sealed class SignalAlarmClock(SendSignal signal, TimeProvider time) : IAlarmClock
{
    public void Ring(DateTimeOffset at)
    {
        if (at <= time.GetUtcNow())
        {
            signal.Wake();
        }
    }
}

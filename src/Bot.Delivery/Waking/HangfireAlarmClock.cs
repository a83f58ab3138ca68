using Hangfire;

namespace Bot.Delivery.Waking;

/// <summary>Has Hangfire wake the senders. The job carries no data, so nothing is lost with Hangfire's storage.</summary>
public sealed class HangfireAlarmClock(IBackgroundJobClient jobs, SendSignal signal, DueNotices others, TimeProvider time) : IAlarmClock
{
    public void Ring(DateTimeOffset at)
    {
        // Also for later: whoever rests is to rest no longer than until then.
        signal.Wake();
        others.Tell();
        if (at > time.GetUtcNow())
        {
            jobs.Schedule<WakeJob>(job => job.Wake(), at);
        }
    }
}

/// <summary>The job that Hangfire runs. It never retries: the ledger knows what is due.</summary>
public sealed class WakeJob(SendSignal signal)
{
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public void Wake() => signal.Wake();
}

using System.Threading.RateLimiting;
using Bot.Chat.Commands;

namespace Bot.Chat.Answering;

/// <summary>
/// Limits how often one person may ask, with one bucket per person, so nobody's flood slows anyone else's answers (faults
/// E8).
/// </summary>
public sealed class AskRate : IDisposable
{
    private readonly PartitionedRateLimiter<CommandCall>? _limiter;

    public AskRate(AskingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var perMinute = options.PerUserPerMinute;
        _limiter =
            perMinute == 0
                ? null
                : PartitionedRateLimiter.Create<CommandCall, (string, string, string)>(call =>
                    RateLimitPartition.GetTokenBucketLimiter(
                        (call.Platform.Value, call.Workspace, call.User),
                        _ => new TokenBucketRateLimiterOptions
                        {
                            TokenLimit = perMinute,
                            TokensPerPeriod = Math.Max(1, perMinute / 6),
                            ReplenishmentPeriod = TimeSpan.FromSeconds(60.0 * Math.Max(1, perMinute / 6) / perMinute),
                            QueueLimit = 0,
                            AutoReplenishment = true,
                        }
                    )
                );
    }

    /// <summary>False if the person has reached the limit for now.</summary>
    public bool MayAsk(CommandCall call)
    {
        if (_limiter is null)
        {
            return true;
        }

        using var lease = _limiter.AttemptAcquire(call);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter?.Dispose();
}

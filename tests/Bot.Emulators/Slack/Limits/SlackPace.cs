using System.Globalization;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Limits;

/// <summary>
/// Slack's limits (https://docs.slack.dev/apis/web-api/rate-limits): about one message per second per channel with short
/// bursts, a ceiling per workspace, and calls per minute for each method. All are off until set.
/// </summary>
public sealed class SlackPace(RateLimits limits, TimeProvider time)
{
    private readonly Dictionary<string, TokenBucket> _buckets = [];
    private readonly RateLimits _minutes = new(time);
    private readonly HashSet<string> _counted = [];

    /// <summary>Messages a channel accepts in a burst before slowing to one per second; null for no limit.</summary>
    public int? ChannelBurst { get; set; }

    public double ChannelPerSecond { get; set; } = 1;

    /// <summary>Messages per minute in all channels of a workspace; null for no ceiling.</summary>
    public int? WorkspacePerMinute { get; set; }

    /// <summary>Whether the per-minute limits of methods apply.</summary>
    public bool MethodMinutes { get; set; }

    /// <summary>Overrides a method's calls per minute; e.g. 1 for history of a non-exempt app.</summary>
    public Dictionary<string, int> PerMinute { get; } = [];

    /// <summary>Messages beyond the channel's pace are answered with ok but dropped.</summary>
    public bool SwallowsBeyond { get; set; }

    /// <summary>Null if the call may proceed. A refused call does not count.</summary>
    internal Verdict? Judge(ApiCall call)
    {
        var (team, method) = (call.Token?.Workspace ?? "", call.Method);
        if (
            (MethodMinutes || PerMinute.ContainsKey(method.Name))
            && PerMinute.GetValueOrDefault(method.Name, method.PerMinute) is > 0 and var calls
            && Minute("method " + method.Name, calls, team) is { } minute
        )
        {
            return Wait(minute);
        }

        foreach (var (scope, name) in new[] { ("token", call.Token?.Value ?? ""), ("channel", call.ChannelName) })
        {
            if ((scope == "token" || IsPost(method)) && limits.Take(scope, name) is { } wait)
            {
                return Wait(wait);
            }
        }

        if (!IsPost(method))
        {
            return null;
        }

        if (WorkspacePerMinute is { } ceiling && Minute("workspace", ceiling, team) is { } full)
        {
            return Wait(full);
        }

        if (ChannelBurst is not { } burst)
        {
            return null;
        }

        if (!_buckets.TryGetValue(call.ChannelName, out var bucket))
        {
            _buckets[call.ChannelName] = bucket = new TokenBucket(ChannelPerSecond, burst, time);
        }

        return bucket.Take() is not { } over ? null
            : SwallowsBeyond ? new Verdict(true, null)
            : Wait(over);
    }

    private static bool IsPost(ApiMethod method) => method.Name is "chat.postMessage" or "chat.postEphemeral";

    private static Verdict Wait(TimeSpan wait) =>
        new(false, Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    private TimeSpan? Minute(string scope, int calls, string team)
    {
        if (_counted.Add($"{scope} {calls}"))
        {
            _minutes.Set(scope, new RateLimit(calls, TimeSpan.FromMinutes(1)));
        }

        return _minutes.Take(scope, team);
    }

    /// <param name="RetryAfter">Whole seconds.</param>
    internal sealed record Verdict(bool IsSwallowed, string? RetryAfter);
}

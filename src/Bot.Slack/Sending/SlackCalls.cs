using System.Collections.Concurrent;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>
/// Makes calls for an installation. Slack limits each method in each workspace separately
/// (https://docs.slack.dev/apis/web-api/rate-limits): a method told to wait is not called early, whoever asks; nothing waits in here.
/// </summary>
public sealed class SlackCalls(SlackClient client, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Workspace, string Method), TimeSpan> _held = new();

    /// <summary>Slack's clock.</summary>
    public PlatformClock Clock => client.Clock;

    public Task<SlackAnswer> PostJsonAsync(
        string method,
        Installation installation,
        ReadOnlyMemory<byte> arguments,
        CancellationToken cancellationToken
    ) => CallAsync(method, installation, () => client.PostJsonAsync(method, installation.Token, arguments, cancellationToken));

    public Task<SlackAnswer> PostFormAsync(
        string method,
        Installation installation,
        IEnumerable<KeyValuePair<string, string>> arguments,
        CancellationToken cancellationToken
    ) => CallAsync(method, installation, () => client.PostFormAsync(method, installation.Token, arguments, cancellationToken));

    /// <summary>Monotonic: setting the clock back must not lengthen a wait.</summary>
    private TimeSpan Now() => time.GetElapsedTime(0, time.GetTimestamp());

    private async Task<SlackAnswer> CallAsync(string method, Installation installation, Func<Task<SlackAnswer>> call)
    {
        var name = (installation.Workspace, method);
        if (_held.TryGetValue(name, out var until))
        {
            if (until - Now() is var left && left > TimeSpan.Zero)
            {
                return new SlackAnswer.Error("ratelimited", $"{method} was told to wait", left);
            }

            _held.TryRemove(new KeyValuePair<(string, string), TimeSpan>(name, until));
        }

        var answer = await call();
        if (answer is SlackAnswer.Error { Name: "ratelimited", RetryAfter: { } wait })
        {
            // A wait of years lasts until somebody looks.
            var end = Now() + (wait < TimeSpan.FromDays(1000) ? wait : TimeSpan.FromDays(1000));
            _held.AddOrUpdate(name, end, (_, other) => end > other ? end : other);
        }

        return answer;
    }
}

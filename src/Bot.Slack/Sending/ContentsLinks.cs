using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Rendering;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Sending;

/// <summary>
/// Once a thread is complete, links each heading of the root's contents to its reply with one chat.update. Has the lowest priority: slower
/// than Slack allows, forgotten when the process ends, and dropped on any refusal.
/// </summary>
public sealed partial class ContentsLinks(
    SlackCalls calls,
    SlackWorkspaces workspaces,
    SlackPermalinks permalinks,
    TimeProvider time,
    ILogger<ContentsLinks> logger
) : BackgroundService, IThreadFinish
{
    /// <summary>Tier 3 is 50 a minute, and corrections come first: https://docs.slack.dev/apis/web-api/rate-limits</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Maximum of waiting threads; older ones stay without links.</summary>
    private const int Most = 10_000;

    private readonly Channel<Place> _order = Channel.CreateBounded<Place>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private readonly ConcurrentDictionary<Place, FinishedThread> _waiting = new();
    private readonly ConcurrentDictionary<Place, Task> _underway = new();

    public PlatformId Platform => PlatformId.Slack;

    public void Finish(FinishedThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var place = new Place(thread.Channel.Workspace, thread.Channel.Channel, thread.ThreadId);
        _waiting[place] = thread;
        _order.Writer.TryWrite(place);
    }

    /// <summary>Drops links waiting to be made for a message that is about to be edited.</summary>
    public async Task ForgetAsync(ChannelAddress channel, string ts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var place = new Place(channel.Workspace, channel.Channel, ts);
        _waiting.TryRemove(place, out _);
        if (_underway.TryGetValue(place, out var underway))
        {
            await underway.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Links one thread's contents now.</summary>
    /// <returns>False: left as it is.</returns>
    public async Task<bool> LinkAsync(FinishedThread thread, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var (installation, _) = await workspaces.FindAsync(thread.Channel.Workspace, cancellationToken);
        if (
            installation is null
            || MessageArguments.Parse(thread.RootPayload) is not { } payload
            // Checked before Slack is asked: a root whose contents do not fit usually never will.
            || !LinkedContents.Fits(payload, thread.Sections.Count)
            || await permalinks.OfRepliesAsync(thread.Channel, thread.ThreadId, thread.Sections, cancellationToken) is not { } addresses
            || LinkedContents.Of(payload, addresses) is not { } linked
        )
        {
            return false;
        }

        var arguments = MessageArguments.ToUpdate(thread.Channel.Channel, thread.ThreadId, linked);
        return await calls.PostJsonAsync("chat.update", installation, arguments, cancellationToken) is SlackAnswer.Ok;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var place in _order.Reader.ReadAllAsync(stoppingToken))
        {
            if (_waiting.TryRemove(place, out var thread))
            {
                var linking = TryLinkAsync(thread, stoppingToken);
                _underway[place] = linking;
                await linking;
                _underway.TryRemove(place, out _);
                await Task.Delay(Interval, time, stoppingToken);
            }
        }
    }

    private async Task TryLinkAsync(FinishedThread thread, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timeout = new CancellationTokenSource(CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            var isLinked = await LinkAsync(thread, either.Token);
            Log.Linked(logger, thread.Channel.Channel, isLinked);
        }
        catch (Exception failure)
        {
            Log.NotLinked(logger, thread.Channel.Channel, failure.GetType().Name);
        }
    }

    private readonly record struct Place(string Workspace, string Channel, string Ts);

    private static partial class Log
    {
        [LoggerMessage(4010, LogLevel.Debug, "Contents in {Channel} linked to the replies: {IsLinked}")]
        public static partial void Linked(ILogger logger, string channel, bool isLinked);

        [LoggerMessage(4011, LogLevel.Debug, "Contents in {Channel} stay without links: {Failure}")]
        public static partial void NotLinked(ILogger logger, string channel, string failure);
    }
}

using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Answering;

/// <summary>Finds the post that an answer links to. Never holds up an answer: a link that is not found in time is left out.</summary>
/// <param name="posted">Finds posted briefings; null for no links.</param>
public sealed partial class PostLinks(
    IPostedThreads? posted,
    IEnumerable<IPermalinks> permalinks,
    TimeProvider time,
    ILogger<PostLinks> logger
)
{
    /// <summary>Only part of the time available for an answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<PlatformId, IPermalinks> _permalinks = permalinks.ToDictionary(one => one.Platform);

    /// <summary>Adds the address of the answer's post, if it was posted to the asking channel.</summary>
    public async Task<Reply> AddAsync(Reply reply, CommandCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(call);
        if (
            posted is null
            || reply.Message.Post is not { } post
            || call.Channel.Length == 0
            || !_permalinks.TryGetValue(call.Platform, out var platform)
        )
        {
            return reply;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var channel = new ChannelAddress(call.Platform, call.Workspace, call.Channel);
            return
                await posted.RootAsync(channel, new(post.Series, post.Date, post.Edition), either.Token) is { } root
                && await platform.OfRootAsync(channel, root, either.Token) is { } address
                ? reply with
                {
                    Message = reply.Message with { Post = post with { Address = address } },
                }
                : reply;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotLinked(logger, call.Platform.Value, failure.GetType().Name);
            return reply;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1103, LogLevel.Debug, "An answer on {Platform} is sent without a link to its post: {Failure}")]
        public static partial void NotLinked(ILogger logger, string platform, string failure);
    }
}

using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Sending;

/// <summary>Tells a platform that a thread is complete: every post sent, none added or removed by a later revision.</summary>
public sealed partial class ThreadFinishes(IEnumerable<IThreadFinish> finishes, PayloadCache payloads, ILogger<ThreadFinishes> logger)
{
    private readonly ILookup<string, IThreadFinish> _finishes = finishes.ToLookup(finish => finish.Platform.Value);

    /// <summary>Never throws, because the finish is only a convenience.</summary>
    public async Task FinishAsync(LoadedThread thread, CancellationToken cancellationToken)
    {
        var delivery = thread.Delivery;
        if (
            !_finishes.Contains(delivery.Platform)
            || delivery.ThreadId is not { } root
            || thread.Posts.Any(post => post.State != PostState.Sent || post.Kind is not (PostKind.Original or PostKind.Edit))
        )
        {
            return;
        }

        try
        {
            var standing = thread.Posts.Last(post => post is { Section: PostKey.Root, Part: 1 });
            var payload = await payloads.ReadAsync(standing.PayloadHash, cancellationToken);
            var sections = thread
                .Posts.Where(post => post is { Kind: PostKind.Original, Part: 1, Section: not PostKey.Root })
                .Select(post => post.MessageId!)
                .ToList();
            foreach (var finish in _finishes[delivery.Platform])
            {
                finish.Finish(
                    new FinishedThread(
                        new ChannelAddress(new PlatformId(delivery.Platform), delivery.Workspace, delivery.Channel),
                        root,
                        payload,
                        sections
                    )
                );
            }
        }
        catch (Exception failure)
        {
            Log.NotFinished(logger, delivery.Id, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3060, LogLevel.Debug, "The finishing touch to delivery {Delivery} was skipped: {Failure}")]
        public static partial void NotFinished(ILogger logger, long delivery, string failure);
    }
}

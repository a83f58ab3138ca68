using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Sending;

/// <summary>Tells a platform that a thread is complete: every post sent, no section added or removed by a later revision.</summary>
public sealed partial class ThreadFinishes(IEnumerable<IThreadFinish> finishes, PayloadCache payloads, ILogger<ThreadFinishes> logger)
{
    private readonly ILookup<string, IThreadFinish> _finishes = finishes.ToLookup(finish => finish.Platform.Value);

    /// <summary>Never throws, because the finish is only a convenience.</summary>
    public async Task FinishAsync(LoadedThread thread, CancellationToken cancellationToken)
    {
        var delivery = thread.Delivery;
        if (
            !_finishes.Contains(delivery.Platform)
            || delivery.BriefingId is null
            || delivery.ThreadId is not { } root
            || !thread.Posts.All(IsAsPlannedFirst)
        )
        {
            return;
        }

        try
        {
            var standing = thread.Posts.Last(post => post is { Section: PostKey.Root, Part: 1, State: PostState.Sent });
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

    /// <summary>
    /// Whether the post leaves the thread with the sections it was planned with: it stands, was edited, says at the end what was corrected,
    /// or is an edit that a newer one has overtaken.
    /// </summary>
    private static bool IsAsPlannedFirst(Post post) =>
        post.State == PostState.Sent
            ? post.Kind is PostKind.Original or PostKind.Edit || NoticePlans.IsNotice(post.Section)
            : post is { Kind: PostKind.Edit, State: PostState.Cancelled } || ThreadPlan.IsOvertaken(post);

    private static partial class Log
    {
        [LoggerMessage(3060, LogLevel.Debug, "The finishing touch to delivery {Delivery} was skipped: {Failure}")]
        public static partial void NotFinished(ILogger logger, long delivery, string failure);
    }
}

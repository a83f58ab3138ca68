using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Retention;

/// <summary>
/// Whole threads of the web channel, none of whose messages is new and whose delivery is finished: while it is open, its posts are looked
/// up there, and its corrections edit them.
/// </summary>
internal sealed class ExpiredWebMessages(TimeSpan age) : IExpiry
{
    /// <summary>About.</summary>
    private const int MessagesPerThread = 10;

    public RetainedKind Kind => RetainedKind.WebMessages;

    public TimeSpan Age => age;

    public async Task<int> CountAsync(ArchiveContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var roots = Of(context, before);
        return await roots.CountAsync(cancellationToken)
            + await context.WebMessages.CountAsync(
                message => message.ThreadId != null && roots.Any(root => root.Id == message.ThreadId),
                cancellationToken
            );
    }

    public async Task<Removal> RemoveAsync(ArchiveContext context, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var threads = Math.Max(1, most / MessagesPerThread);
        var roots = await Of(context, before)
            .OrderBy(message => message.Id)
            .Select(message => message.Id)
            .Take(threads)
            .ToListAsync(cancellationToken);
        var removed = await context
            .WebMessages.Where(message =>
                roots.Contains(message.Id) || (message.ThreadId != null && roots.Contains(message.ThreadId.Value))
            )
            .ExecuteDeleteAsync(cancellationToken);
        return new(removed, roots.Count < threads);
    }

    private static IQueryable<WebMessage> Of(ArchiveContext context, DateTimeOffset before) =>
        context.WebMessages.Where(root =>
            root.ThreadId == null
            && root.PostedAt < before
            && !context.WebMessages.Any(message =>
                (message.ThreadId == root.Id || message.Id == root.Id) && (message.PostedAt >= before || message.EditedAt >= before)
            )
            && !context.Posts.Any(post =>
                post.Key == root.PostKey
                && context.Deliveries.Any(delivery => delivery.Id == post.DeliveryId && delivery.State == DeliveryState.Open)
            )
        );
}

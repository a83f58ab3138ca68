using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Retention;

/// <summary>
/// Contents of payloads that only posts of finished deliveries refer to. The hash stays: by it a revision knows what a post shows. A post
/// that is planned later with the same content freezes it again.
/// </summary>
internal sealed class ExpiredPayloads(TimeSpan age) : IExpiry
{
    public RetainedKind Kind => RetainedKind.Payloads;

    public TimeSpan Age => age;

    public Task<int> CountAsync(ArchiveContext context, DateTimeOffset before, CancellationToken cancellationToken) =>
        Of(context, before).CountAsync(cancellationToken);

    public async Task<Removal> RemoveAsync(ArchiveContext context, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var hashes = await Of(context, before)
            .OrderBy(payload => payload.Hash)
            .Select(payload => payload.Hash)
            .Take(most)
            .ToListAsync(cancellationToken);
        if (!context.Database.IsSqlite())
        {
            // Waits for nobody and so cannot deadlock. Who adds a post with one of them right now holds its row (PayloadContents).
            hashes = await context
                .Database.SqlQuery<string>(
                    $"""SELECT "Hash" AS "Value" FROM payloads WHERE "Hash" = ANY({hashes}) FOR UPDATE SKIP LOCKED"""
                )
                .ToListAsync(cancellationToken);
        }

        var removed = await Of(context, before)
            .Where(payload => hashes.Contains(payload.Hash))
            .ExecuteUpdateAsync(set => set.SetProperty(payload => payload.Content, Payload.Removed), cancellationToken);
        return new(removed, removed < most);
    }

    /// <summary>One that no post refers to is about to be: it was frozen a moment ago, or its thread was planned anew.</summary>
    private static IQueryable<Payload> Of(ArchiveContext context, DateTimeOffset before) =>
        context.Payloads.Where(payload =>
            payload.Content != Payload.Removed
            && context.Posts.Any(post => post.PayloadHash == payload.Hash)
            && !context.Posts.Any(post =>
                post.PayloadHash == payload.Hash
                && (
                    post.SentAt >= before
                    || context.Deliveries.Any(delivery =>
                        delivery.Id == post.DeliveryId
                        && (delivery.State == DeliveryState.Open || delivery.DueAt >= before || delivery.CreatedAt >= before)
                    )
                )
            )
        );
}

using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Staging;

/// <summary>The ledger as in an earlier backup: what was sent since is planned there, or unknown.</summary>
internal static class Backup
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Restores a backup from before some of the posts were sent, while no process runs. The platform has forgotten every nonce by then.
    /// </summary>
    /// <returns>
    /// How many deliveries it set back, at most <paramref name="most"/>: whole ones, their replies, or deliveries unknown to the backup,
    /// whose briefing comes again.
    /// </returns>
    public static async Task<int> RestoreAsync(Stage stage, Random random, int most)
    {
        var sent = (await stage.DeliveriesAsync())
            .Where(delivery => delivery.Posts.TrueForAll(post => post.State == PostState.Sent))
            .ToList();
        var chosen = sent.TakeLast(20).OrderBy(_ => random.Next()).Take(random.Next(most + 1)).ToList();
        stage.Chat.ForgetNoncesSoFar();
        foreach (var delivery in chosen)
        {
            switch (random.Next(3))
            {
                case 0:
                    await ForgetAsync(stage, delivery);
                    await stage.IngestAsync(Stage.Briefing(delivery.Date));
                    break;
                case var which:
                    await SetBackAsync(stage, which == 1 ? 0 : 2, delivery.Id);
                    break;
            }
        }

        return chosen.Count;
    }

    /// <summary>A delivery as in a backup made when only its first posts were sent.</summary>
    /// <param name="kept">Posts that the backup has as sent.</param>
    public static async Task SetBackAsync(Stage stage, int kept, params IReadOnlyList<long> deliveries)
    {
        await using var context = stage.Context();
        var posts = context.Posts.Where(post => deliveries.Contains(post.DeliveryId));
        await posts.Where(post => post.Kind == PostKind.Edit).ExecuteDeleteAsync(Cancellation);
        var now = stage.Clock.GetUtcNow();
        await posts
            .Where(post => post.Ordinal >= kept)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(post => post.NextAt, now)
                        .SetProperty(post => post.State, PostState.Planned)
                        .SetProperty(post => post.MessageId, (string?)null)
                        .SetProperty(post => post.Attempts, 0)
                        .SetProperty(post => post.FirstAttemptAt, (DateTimeOffset?)null)
                        .SetProperty(post => post.Reason, (string?)null)
                        .SetProperty(post => post.Absences, 0)
                        .SetProperty(post => post.Looks, 0)
                        .SetProperty(post => post.SentAt, (DateTimeOffset?)null)
                        .SetProperty(post => post.Epoch, 0),
                Cancellation
            );
        await context
            .Deliveries.Where(row => deliveries.Contains(row.Id))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Open)
                        .SetProperty(row => row.ThreadId, row => kept == 0 ? null : row.ThreadId)
                        .SetProperty(row => row.NextAt, row => row.DueAt),
                Cancellation
            );
    }

    /// <summary>As in a backup older than the delivery; its briefing is still there.</summary>
    private static async Task ForgetAsync(Stage stage, StoredDelivery delivery)
    {
        await using var context = stage.Context();
        await context.Posts.Where(post => post.DeliveryId == delivery.Id).ExecuteDeleteAsync(Cancellation);
        await context.Deliveries.Where(row => row.Id == delivery.Id).ExecuteDeleteAsync(Cancellation);
    }
}

using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Installations;

/// <summary>Accepts each request only once, across all processes. Entries are deleted after <see cref="Retention"/>.</summary>
public sealed class InboxStore(IDbContextFactory<ArchiveContext> contexts, TimeProvider time) : IInbox
{
    /// <summary>Longer than any platform keeps repeating a request.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(48);

    private const int LongestRequest = 200;

    public async Task<bool> TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Length, LongestRequest, nameof(request));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return 1
            == await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO inbox ("Platform", "Request", "ReceivedAt") VALUES ({platform.Value}, {request}, {time.GetUtcNow().UtcTicks}) ON CONFLICT DO NOTHING""",
                cancellationToken
            );
    }

    /// <summary>
    /// Deletes old requests, one batch per transaction, so that nobody waits long for the single writer. Returns the
    /// number deleted.
    /// </summary>
    /// <param name="batch">Rows per transaction.</param>
    public async Task<int> PruneAsync(int batch, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Retention;
        var pruned = 0;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var ids = await context
                .Inbox.Where(entry => entry.ReceivedAt < before)
                .OrderBy(entry => entry.ReceivedAt)
                .Select(entry => entry.Id)
                .Take(batch)
                .ToListAsync(cancellationToken);
            pruned += await context.Inbox.Where(entry => ids.Contains(entry.Id)).ExecuteDeleteAsync(cancellationToken);
            if (ids.Count < batch)
            {
                return pruned;
            }
        }
    }
}

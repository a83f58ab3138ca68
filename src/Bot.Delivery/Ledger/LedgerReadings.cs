using System.Data;
using Bot.Archive;
using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>Reads how the work stands. A few counts over what is open; never over what has ended.</summary>
public sealed class LedgerReadings(IDbContextFactory<ArchiveContext> contexts)
{
    private static readonly PostState[] Open = [PostState.Planned, PostState.Sending, PostState.Uncertain, PostState.Parked];
    private static readonly string[] Scopes = ["all", "token", "workspace", "channel"];

    public async Task<LedgerReading> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // All of one moment, and one transaction for the server rather than six. SQLite would keep writers out for it.
        await using var moment = context.Database.IsSqlite()
            ? null
            : await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var waiting = await context
            .Posts.Where(post => Open.Contains(post.State))
            .GroupBy(post => post.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var scopes = await context.Pauses.Select(pause => pause.Scope).ToListAsync(cancellationToken);
        var alerts = await context
            .Alerts.Where(alert => alert.ResolvedAt == null)
            .GroupBy(alert => alert.Reason)
            .Select(group => new { Reason = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Reason, group => group.Count, cancellationToken);
        var series = await context
            .Briefings.Where(row => !row.IsHeld && !row.IsSample)
            .Select(row => row.Series)
            .Distinct()
            .ToListAsync(cancellationToken);
        var newest = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var key in series)
        {
            newest[key] = await context
                .Briefings.Where(row => row.Series == key && !row.IsHeld && !row.IsSample)
                .OrderByDescending(row => row.Date)
                .Select(row => row.ReceivedAt)
                .FirstAsync(cancellationToken);
        }

        return new LedgerReading(
            await OldestDueAsync(context, now, cancellationToken),
            Open.ToDictionary(
                state => state.ToString().ToLowerInvariant(),
                state => waiting.FirstOrDefault(group => group.State == state)?.Count ?? 0
            ),
            Scopes.ToDictionary(scope => scope, scope => scopes.Count(one => one.Split(':', 2)[0] == scope)),
            alerts,
            newest
        );
    }

    /// <summary>A post that was tried has been due since its first attempt, however long its next one is put off.</summary>
    private static async Task<DateTimeOffset?> OldestDueAsync(
        ArchiveContext context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var untried = await context
            .Posts.Where(post => post.State == PostState.Planned && post.FirstAttemptAt == null && post.NextAt <= now)
            .OrderBy(post => post.NextAt)
            .Select(post => (DateTimeOffset?)post.NextAt)
            .FirstOrDefaultAsync(cancellationToken);
        var tried = await context
            .Posts.Where(post =>
                (post.State == PostState.Planned || post.State == PostState.Sending || post.State == PostState.Uncertain)
                && post.FirstAttemptAt != null
            )
            .OrderBy(post => post.FirstAttemptAt)
            .Select(post => post.FirstAttemptAt)
            .FirstOrDefaultAsync(cancellationToken);
        return untried is null || tried < untried ? tried : untried;
    }
}

using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <param name="Workspace">Platform and workspace: the unit of fairness.</param>
/// <param name="Channel">Scope name of the channel, for closed gates.</param>
public sealed record DueDelivery(long Id, string Workspace, string Channel);

/// <summary>A delivery with its posts in order.</summary>
/// <param name="Options">The subscription's current platform options.</param>
public sealed record LoadedThread(StoredDelivery Delivery, IReadOnlyList<Post> Posts, string? Options);

/// <summary>Reads what is due. Read-only: the conditional updates decide who sends it.</summary>
public sealed class DueDeliveries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Tokens with something due that no pause holds back.</summary>
    public async Task<IReadOnlyList<string>> TokensAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = context.Deliveries.Where(row => row.State == DeliveryState.Open && row.NextAt <= now);
        var tokens = await due.Select(row => row.Token).Distinct().ToListAsync(cancellationToken);
        // Asked only now: most of the time nothing is due, and the question is asked every second.
        var paused =
            tokens.Count == 0
                ? []
                : await context.Pauses.Select(pause => pause.Scope).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        if (paused.Count == 0 || paused.Contains(PauseScopes.All))
        {
            return paused.Count == 0 ? tokens : [];
        }

        var channels = await due.Select(row => new
            {
                row.Token,
                row.Platform,
                row.Workspace,
                row.Channel,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        return
        [
            .. channels
                .Where(row =>
                    !paused.Contains(PauseScopes.Token(row.Token))
                    && !paused.Contains(PauseScopes.Workspace(row.Platform, row.Workspace))
                    && !paused.Contains(PauseScopes.Channel(row.Platform, row.Workspace, row.Channel))
                )
                .Select(row => row.Token)
                .Distinct(),
        ];
    }

    /// <summary>Tokens with open deliveries, due or not, paused or not.</summary>
    public async Task<IReadOnlyList<string>> OpenTokensAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.Where(row => row.State == DeliveryState.Open)
            .Select(row => row.Token)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    /// <summary>A token's workspaces that have something due and are not paused as a whole.</summary>
    public async Task<IReadOnlyList<(string Platform, string Workspace)>> WorkspacesAsync(
        string token,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scopes = await context.Pauses.Select(pause => pause.Scope).ToListAsync(cancellationToken);
        if (scopes.Contains(PauseScopes.All) || scopes.Contains(PauseScopes.Token(token)))
        {
            return [];
        }

        var due = await context
            .Deliveries.Where(row => row.Token == token && row.State == DeliveryState.Open && row.NextAt <= now)
            .Select(row => new { row.Platform, row.Workspace })
            .Distinct()
            .ToListAsync(cancellationToken);
        return
        [
            .. due.Where(row => !scopes.Contains(PauseScopes.Workspace(row.Platform, row.Workspace)))
                .Select(row => (row.Platform, row.Workspace)),
        ];
    }

    /// <summary>The next due deliveries of a workspace, longest due first, without those of paused channels.</summary>
    public async Task<IReadOnlyList<DueDelivery>> DueAsync(
        string token,
        string platform,
        string workspace,
        DateTimeOffset now,
        IReadOnlyCollection<long> except,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var prefix = PauseScopes.Channel(platform, workspace, "");
        // The sender bounds how many are in progress, so they are filtered out here rather than in SQL.
        var due = await context
            .Deliveries.Where(row =>
                row.Token == token && row.State == DeliveryState.Open && row.Workspace == workspace && row.NextAt <= now
            )
            .Where(row => row.Platform == platform && !context.Pauses.Any(pause => pause.Scope == prefix + row.Channel))
            .OrderBy(row => row.NextAt)
            .ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Channel })
            .Take(most + except.Count)
            .ToListAsync(cancellationToken);
        return
        [
            .. due.Where(row => !except.Contains(row.Id))
                .Take(most)
                .Select(row => new DueDelivery(row.Id, $"{platform}:{workspace}", prefix + row.Channel)),
        ];
    }

    public async Task<LoadedThread?> LoadAsync(long delivery, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context
            .Deliveries.AsNoTracking()
            .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            .SingleOrDefaultAsync(row => row.Id == delivery, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var options = await context
            .Subscriptions.Where(subscription => subscription.Id == row.SubscriptionId)
            .Select(subscription => subscription.Options)
            .SingleOrDefaultAsync(cancellationToken);
        return new LoadedThread(row, row.Posts, options);
    }

    public async Task<string> PayloadAsync(string hash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Payloads.Where(row => row.Hash == hash).Select(row => row.Content).SingleAsync(cancellationToken);
    }
}

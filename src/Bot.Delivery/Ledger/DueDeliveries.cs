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
public sealed record LoadedThread(StoredDelivery Delivery, IReadOnlyList<Post> Posts, string? Options)
{
    /// <summary>The subscription's own schedule, as it is stored now.</summary>
    public string? Schedule { get; init; }

    /// <summary>False once the channel has been unsubscribed.</summary>
    public bool IsSubscribed { get; init; } = true;

    /// <summary>The message that a post edits or recalls: the newest posted one of its section and part; null for a new message.</summary>
    public Post? TargetOf(Post post) =>
        OutcomePolicy.Creates(post)
            ? null
            : Posts.LastOrDefault(other =>
                other.Section == post.Section && other.Part == post.Part && other.State == PostState.Sent && OutcomePolicy.Creates(other)
            );
}

/// <summary>Reads what is due. Read-only: the conditional updates decide who sends it.</summary>
public sealed class DueDeliveries(IDbContextFactory<ArchiveContext> contexts)
{
    private static readonly PostState[] Coming = [PostState.Planned, PostState.Sending, PostState.Uncertain];

    /// <summary>Tokens with something due that no pause holds back.</summary>
    public async Task<IReadOnlyList<string>> TokensAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = InTurn(context, now);
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

    /// <summary>When the next open delivery is due after an instant; null: none is.</summary>
    public async Task<DateTimeOffset?> NextAfterAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.Where(row => row.State == DeliveryState.Open && row.NextAt > now)
            .OrderBy(row => row.NextAt)
            .Select(row => (DateTimeOffset?)row.NextAt)
            .FirstOrDefaultAsync(cancellationToken);
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
        var due = await InTurn(context, now)
            .Where(row => row.Token == token && row.Workspace == workspace)
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

    /// <summary>
    /// What is due. Of several to one subscription, an issue waits until the roots of those of earlier days are there, so that they stand
    /// in the order of their dates.
    /// </summary>
    private static IQueryable<StoredDelivery> InTurn(ArchiveContext context, DateTimeOffset now) =>
        context
            .Deliveries.Where(row => row.State == DeliveryState.Open && row.NextAt <= now)
            .Where(row =>
                !context.Deliveries.Any(earlier =>
                    earlier.State == DeliveryState.Open
                    && earlier.Token == row.Token
                    && earlier.Workspace == row.Workspace
                    && earlier.SubscriptionId == row.SubscriptionId
                    && earlier.Series == row.Series
                    && (earlier.Date < row.Date || (earlier.Date == row.Date && earlier.Id < row.Id))
                    && earlier.DueAt <= row.DueAt
                    // A root that only a person can move on holds back nobody.
                    && earlier.NextAt < DateTimeOffset.MaxValue
                    && earlier.ThreadId == null
                    && earlier.Posts.Any(post => post.Ordinal == 0 && Coming.Contains(post.State))
                )
            );

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

        var subscription = await context
            .Subscriptions.Where(subscription => subscription.Id == row.SubscriptionId)
            .Select(subscription => new
            {
                subscription.Options,
                subscription.Schedule,
                subscription.IsActive,
            })
            .SingleAsync(cancellationToken);
        return new LoadedThread(row, row.Posts, subscription.Options)
        {
            Schedule = subscription.Schedule,
            IsSubscribed = subscription.IsActive,
        };
    }

    public async Task<string> PayloadAsync(string hash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Payloads.Where(row => row.Hash == hash).Select(row => row.Content).SingleAsync(cancellationToken);
    }
}

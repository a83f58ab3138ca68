using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Subscriptions;

/// <summary>Stores people's watches, each as a subscription of its owner's direct channel.</summary>
public sealed class WatchStore(IDbContextFactory<ArchiveContext> contexts, ArchiveTransactions transactions, TimeProvider time)
{
    /// <summary>Of one person in one workspace.</summary>
    public const int MostOfOne = 20;

    /// <summary>
    /// Adds a watch, and ends what paused the channel: whoever asks for messages takes them again.
    /// </summary>
    /// <param name="channel">The owner's direct channel.</param>
    /// <param name="rule">Canonical.</param>
    /// <returns>Its number, or that of the same rule if it is there already; null if the owner has <see cref="MostOfOne"/>.</returns>
    public Task<int?> AddAsync(
        WatchOwner owner,
        string series,
        string channel,
        string rule,
        Locale locale,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(owner);
        return transactions.RunAsync(
            async (context, token) =>
            {
                var all = await Of(context, owner).ToListAsync(token);
                var scope = PauseScopes.Channel(owner.Platform.Value, owner.Workspace, channel);
                await context.Pauses.Where(pause => pause.Scope == scope).ExecuteDeleteAsync(token);
                if (all.Find(row => row.IsActive && row.Series == series && row.Filter == rule) is { } same)
                {
                    return (int?)NumberOf(same);
                }

                if (all.Count(row => row.IsActive) >= MostOfOne)
                {
                    return null;
                }

                var number = all.Select(NumberOf).DefaultIfEmpty(0).Max() + 1;
                context.Add(
                    new Subscription
                    {
                        Series = series,
                        Platform = owner.Platform.Value,
                        Workspace = owner.Workspace,
                        Channel = channel,
                        Name = number.ToString(CultureInfo.InvariantCulture),
                        Owner = owner.User,
                        Filter = rule,
                        Locale = locale,
                        CreatedAt = time.GetUtcNow(),
                    }
                );
                await context.SaveChangesAsync(token);
                return number;
            },
            cancellationToken
        );
    }

    /// <summary>An owner's watches, by number.</summary>
    public async Task<IReadOnlyList<Watch>> OfAsync(WatchOwner owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Of(context, owner).AsNoTracking().Where(row => row.IsActive).ToListAsync(cancellationToken);
        var scopes = rows.Select(ScopeOf).Distinct().ToList();
        var pauses = await context
            .Pauses.Where(pause => scopes.Contains(pause.Scope))
            .ToDictionaryAsync(pause => pause.Scope, pause => pause.Reason, cancellationToken);
        return
        [
            .. rows.Select(row => new Watch(NumberOf(row), row.Series, row.Filter ?? "", pauses.GetValueOrDefault(ScopeOf(row))))
                .OrderBy(watch => watch.Number),
        ];
    }

    /// <summary>Ends what paused the channels of an owner's watches. False if none was paused.</summary>
    public async Task<bool> ResumeAsync(WatchOwner owner, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Of(context, owner).AsNoTracking().Where(row => row.IsActive).ToListAsync(cancellationToken);
        var scopes = rows.Select(ScopeOf).Distinct().ToList();
        return await context.Pauses.Where(pause => scopes.Contains(pause.Scope)).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Ends a watch and forgets its rule; what was planned for it is not sent. False if there is none.</summary>
    public async Task<bool> RemoveAsync(WatchOwner owner, int number, CancellationToken cancellationToken)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(context, owner)
                .Where(row => row.IsActive && row.Name == name)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.IsActive, false).SetProperty(row => row.Filter, (string?)null),
                    cancellationToken
                ) > 0;
    }

    /// <summary>Forgets all rules and owners of a workspace that removed the bot.</summary>
    public static Task<int> ForgetAsync(ArchiveContext context, PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = platform.Value;
        return context
            .Subscriptions.Where(row => row.Platform == name && row.Workspace == workspace && row.Owner != null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.IsActive, false)
                        .SetProperty(row => row.Filter, (string?)null)
                        .SetProperty(row => row.Owner, ""),
                cancellationToken
            );
    }

    private static string ScopeOf(Subscription row) => PauseScopes.Channel(row.Platform, row.Workspace, row.Channel);

    private static int NumberOf(Subscription row) => int.Parse(row.Name, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IQueryable<Subscription> Of(ArchiveContext context, WatchOwner owner)
    {
        var (platform, workspace, user) = (owner.Platform.Value, owner.Workspace, owner.User);
        return context.Subscriptions.Where(row => row.Platform == platform && row.Workspace == workspace && row.Owner == user);
    }
}

using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Subscriptions;

/// <summary>The result of subscribing a channel.</summary>
/// <param name="Change">Null if nothing changed.</param>
/// <param name="IsFirst">Whether this is the workspace's first subscription ever.</param>
/// <param name="Subscription">As it is now.</param>
public sealed record Subscribed(SubscriptionChangeKind? Change, bool IsFirst, SubscriptionSpec Subscription);

/// <summary>
/// Creates and ends subscriptions for a channel's admins, each change with an audit row in its transaction. Repeating a
/// request changes nothing.
/// </summary>
public sealed class ChannelSubscriptions(IDbContextFactory<ArchiveContext> contexts, ArchiveTransactions transactions, TimeProvider time)
{
    /// <summary>Pause reasons that no longer apply once a channel is found usable.</summary>
    private static readonly string[] Mended = [Reasons.PermissionMissing, Reasons.ChannelGone, Reasons.ChannelLocked];

    /// <summary>
    /// Subscribes a channel, or changes its sections and schedule; other settings from a file stay. Ends a pause of the channel caused
    /// by a refusal, because the caller has verified that the bot can post there.
    /// </summary>
    /// <param name="name">Name of the channel's subscription to the series; usually empty.</param>
    /// <param name="sections">Empty for all; null for the existing ones, or all for a new subscription.</param>
    /// <param name="schedule">Makes the schedule of the one that it has; null: keeps it.</param>
    /// <param name="actor">Who makes the change, as recorded in the audit.</param>
    public Task<Subscribed> SubscribeAsync(
        ChannelAddress channel,
        string series,
        string name,
        IReadOnlyCollection<SectionKind>? sections,
        Func<Schedule?, Schedule?>? schedule,
        Locale locale,
        string actor,
        CancellationToken cancellationToken
    ) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                var (platform, workspace) = (channel.Platform.Value, channel.Workspace);
                var isFirst = !await context.Subscriptions.AnyAsync(
                    other => other.Platform == platform && other.Workspace == workspace && other.Owner == null,
                    token
                );
                var row = await Of(context, channel).SingleOrDefaultAsync(other => other.Series == series && other.Name == name, token);
                var known = row is null
                    ? new SubscriptionSpec(series, platform, workspace, channel.Channel) { Name = name }
                    : SubscriptionSpec.Of(row);
                var spec = known with
                {
                    Sections = sections is null
                        ? known.Sections
                        : [.. Enum.GetValues<SectionKind>().Where(sections.Contains).Select(SectionNames.Of)],
                    Schedule = schedule is null ? known.Schedule : schedule(known.Schedule),
                    Locale = locale,
                };
                await EndPauseAsync(context, channel, actor, token);
                var differences = row is null ? [] : SubscriptionSpec.Of(row).DifferencesTo(spec);
                if (row is { IsActive: true } && differences.Count == 0)
                {
                    await context.SaveChangesAsync(token);
                    return new Subscribed(null, isFirst, spec);
                }

                var change = row is { IsActive: true } ? SubscriptionChangeKind.Changed : SubscriptionChangeKind.Added;
                if (row is null)
                {
                    row = new Subscription
                    {
                        Platform = platform,
                        Workspace = workspace,
                        Channel = channel.Channel,
                        Series = series,
                        Name = name,
                        CreatedAt = time.GetUtcNow(),
                    };
                    context.Add(row);
                }

                spec.WriteTo(row);
                Audit(context, actor, "subscribe", spec.ToString(), differences.Count == 0 ? null : string.Join("; ", differences));
                await context.SaveChangesAsync(token);
                return new Subscribed(change, isFirst, spec);
            },
            cancellationToken
        );

    /// <summary>Changes when a channel's active subscriptions are posted to. Returns those that there are, as they are now.</summary>
    /// <param name="series">Null for all series.</param>
    /// <param name="name">Null for all names.</param>
    /// <param name="change">Makes a subscription's schedule of the one that it has.</param>
    public Task<IReadOnlyList<SubscriptionSpec>> RescheduleAsync(
        ChannelAddress channel,
        string? series,
        string? name,
        Func<SubscriptionSpec, Schedule?> change,
        string actor,
        CancellationToken cancellationToken
    ) =>
        transactions.RunAsync<IReadOnlyList<SubscriptionSpec>>(
            async (context, token) =>
            {
                var rows = await Of(context, channel)
                    .Where(row => row.IsActive && (series == null || row.Series == series) && (name == null || row.Name == name))
                    .ToListAsync(token);
                foreach (var row in rows)
                {
                    var known = SubscriptionSpec.Of(row);
                    var spec = known with { Schedule = change(known) };
                    if (known.DifferencesTo(spec) is { Count: > 0 } differences)
                    {
                        spec.WriteTo(row);
                        Audit(context, actor, "schedule", spec.ToString(), string.Join("; ", differences));
                    }
                }

                await context.SaveChangesAsync(token);
                return Ordered(rows);
            },
            cancellationToken
        );

    /// <summary>Ends a channel's subscriptions; their rows stay, because the ledger refers to them. Returns those that ended.</summary>
    /// <param name="series">Null for all series.</param>
    /// <param name="name">Null for all names.</param>
    public Task<IReadOnlyList<SubscriptionSpec>> UnsubscribeAsync(
        ChannelAddress channel,
        string? series,
        string? name,
        string actor,
        CancellationToken cancellationToken
    ) =>
        transactions.RunAsync<IReadOnlyList<SubscriptionSpec>>(
            async (context, token) =>
            {
                var rows = await Of(context, channel)
                    .Where(row => row.IsActive && (series == null || row.Series == series) && (name == null || row.Name == name))
                    .ToListAsync(token);
                foreach (var row in rows)
                {
                    row.IsActive = false;
                    Audit(context, actor, "unsubscribe", SubscriptionSpec.Of(row).ToString(), null);
                }

                await context.SaveChangesAsync(token);
                return Ordered(rows);
            },
            cancellationToken
        );

    /// <summary>Active subscriptions of a workspace, by channel, series and name.</summary>
    /// <param name="of">Null for all workspaces.</param>
    public async Task<IReadOnlyList<SubscriptionSpec>> OfWorkspaceAsync(
        (PlatformId Platform, string Workspace)? of,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var active = context.Subscriptions.AsNoTracking().Where(row => row.IsActive && row.Owner == null);
        if (of is var (platform, workspace))
        {
            var name = platform.Value;
            active = active.Where(row => row.Platform == name && row.Workspace == workspace);
        }

        var rows = await active.ToListAsync(cancellationToken);
        return Ordered(rows);
    }

    /// <summary>
    /// A channel's subscription to a series as last declared, even after it has ended; one with the defaults if there never was one.
    /// </summary>
    public async Task<SubscriptionSpec> LastAsync(ChannelAddress channel, string series, string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Of(context, channel)
            .AsNoTracking()
            .SingleOrDefaultAsync(known => known.Series == series && known.Name == name, cancellationToken);
        return row is null
            ? new SubscriptionSpec(series, channel.Platform.Value, channel.Workspace, channel.Channel) { Name = name }
            : SubscriptionSpec.Of(row);
    }

    /// <summary>A channel's active subscriptions, by series and name.</summary>
    /// <param name="series">Null for all series.</param>
    /// <param name="name">Null for all names.</param>
    public async Task<IReadOnlyList<SubscriptionSpec>> OfChannelAsync(
        ChannelAddress channel,
        string? series,
        string? name,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Ordered(
            await Of(context, channel)
                .AsNoTracking()
                .Where(row => row.IsActive && (series == null || row.Series == series) && (name == null || row.Name == name))
                .ToListAsync(cancellationToken)
        );
    }

    private static IReadOnlyList<SubscriptionSpec> Ordered(IEnumerable<Subscription> rows) =>
        [
            .. rows.Select(SubscriptionSpec.Of)
                .OrderBy(spec => spec.Channel, StringComparer.Ordinal)
                .ThenBy(spec => spec.Series, StringComparer.Ordinal)
                .ThenBy(spec => spec.Name, StringComparer.Ordinal),
        ];

    private static IQueryable<Subscription> Of(ArchiveContext context, ChannelAddress channel)
    {
        var (platform, workspace, id) = (channel.Platform.Value, channel.Workspace, channel.Channel);
        return context.Subscriptions.Where(row =>
            row.Platform == platform && row.Workspace == workspace && row.Channel == id && row.Owner == null
        );
    }

    private async Task EndPauseAsync(ArchiveContext context, ChannelAddress channel, string actor, CancellationToken cancellationToken)
    {
        var scope = PauseScopes.Channel(channel.Platform.Value, channel.Workspace, channel.Channel);
        if (
            await context.Pauses.Where(pause => pause.Scope == scope && Mended.Contains(pause.Reason)).ExecuteDeleteAsync(cancellationToken)
            > 0
        )
        {
            await AlertLedger.ResolveAsync(context, scope, reason: null, time.GetUtcNow(), cancellationToken);
            Audit(context, actor, "resume", scope, null);
        }
    }

    private void Audit(ArchiveContext context, string actor, string action, string target, string? detail) =>
        context.Add(
            new AuditEntry
            {
                At = time.GetUtcNow(),
                Actor = actor,
                Action = action,
                Target = target,
                Detail = detail,
            }
        );
}

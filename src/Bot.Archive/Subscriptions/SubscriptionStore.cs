using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Subscriptions;

/// <summary>Stores who gets what. Declarative: applying the same file twice changes nothing the second time.</summary>
public sealed class SubscriptionStore(IDbContextFactory<ArchiveContext> contexts, ArchiveTransactions transactions, TimeProvider time)
{
    /// <summary>Active subscriptions, by series and channel.</summary>
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Ordered(
            await context.Subscriptions.AsNoTracking().Where(row => row.IsActive && row.Owner == null).ToListAsync(cancellationToken)
        );
    }

    /// <summary>A file that declares the current subscriptions: applying it with prune changes nothing.</summary>
    public async Task<string> ExportAsync(SubscriptionNames names, CancellationToken cancellationToken) =>
        SubscriptionFile.Write((await ListAsync(cancellationToken)).Select(SubscriptionSpec.Of), names);

    /// <summary>
    /// Adds a subscription unless its channel already has one with that name for the series, active or not; false if it
    /// had.
    /// </summary>
    public Task<bool> EnsureAsync(SubscriptionSpec spec, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                if (
                    await context.Subscriptions.AnyAsync(
                        row =>
                            row.Series == spec.Series
                            && row.Platform == spec.Platform
                            && row.Workspace == spec.Workspace
                            && row.Channel == spec.Channel
                            && row.Name == spec.Name,
                        token
                    )
                )
                {
                    return false;
                }

                context.Add(Row(spec));
                await context.SaveChangesAsync(token);
                return true;
            },
            cancellationToken
        );

    /// <summary>Applies a file as a whole, or not at all if it has a problem.</summary>
    /// <param name="prune">Also remove those not in the file.</param>
    /// <param name="dryRun">Only report what would change.</param>
    public async Task<SubscriptionChanges> ApplyAsync(
        string json,
        SubscriptionNames names,
        bool prune,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<string>();
        var specs = SubscriptionFile.Read(json, names, problems);
        problems.AddRange(
            specs
                .Where(spec => !names.IsOpen(spec.Series, spec.Platform, spec.Workspace))
                .Select(spec =>
                    $"{spec}: the series is not open to {spec.Platform}:{spec.Workspace}; add it to Workspaces of the series, or leave the subscription out"
                )
        );
        return problems.Count > 0
            ? new SubscriptionChanges(problems, [], 0, 0)
            : await transactions.RunAsync((context, token) => ApplyAsync(context, specs, names, prune, dryRun, token), cancellationToken);
    }

    private async Task<SubscriptionChanges> ApplyAsync(
        ArchiveContext context,
        IReadOnlyList<SubscriptionSpec> specs,
        SubscriptionNames names,
        bool prune,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var rows = await context.Subscriptions.Where(row => row.Owner == null).ToListAsync(cancellationToken);
        var byIdentity = rows.ToDictionary(row => SubscriptionSpec.Of(row).Identity);
        var changes = new List<SubscriptionChange>();
        var unchanged = 0;
        foreach (var declared in specs)
        {
            if (!byIdentity.Remove(declared.Identity, out var row))
            {
                changes.Add(new SubscriptionChange(SubscriptionChangeKind.Added, declared, []));
                context.Add(Row(declared));
                continue;
            }

            var spec = declared with
            {
                Options = declared.Options.Keeping(OptionValues.Parse(row.Options), names.OptionKeysOf(declared.Platform)),
            };
            var differences = SubscriptionSpec.Of(row).DifferencesTo(spec);
            if (row.IsActive && differences.Count == 0)
            {
                unchanged++;
                continue;
            }

            changes.Add(
                new SubscriptionChange(
                    row.IsActive ? SubscriptionChangeKind.Changed : SubscriptionChangeKind.Added,
                    spec,
                    row.IsActive ? differences : []
                )
            );
            spec.WriteTo(row);
        }

        var unnamed = Ordered(byIdentity.Values.Where(row => row.IsActive));
        foreach (var row in prune ? unnamed : [])
        {
            changes.Add(new SubscriptionChange(SubscriptionChangeKind.Removed, SubscriptionSpec.Of(row), []));
            row.IsActive = false;
        }

        if (!dryRun)
        {
            await context.SaveChangesAsync(cancellationToken);
        }

        return new SubscriptionChanges([], changes, unchanged, prune ? 0 : unnamed.Count);
    }

    private Subscription Row(SubscriptionSpec spec)
    {
        var row = new Subscription
        {
            Series = spec.Series,
            Platform = spec.Platform,
            Workspace = spec.Workspace,
            Channel = spec.Channel,
            Name = spec.Name,
            CreatedAt = time.GetUtcNow(),
        };
        spec.WriteTo(row);
        return row;
    }

    private static List<Subscription> Ordered(IEnumerable<Subscription> rows) =>
        [
            .. rows.OrderBy(row => row.Series, StringComparer.Ordinal)
                .ThenBy(row => row.Platform, StringComparer.Ordinal)
                .ThenBy(row => row.Workspace, StringComparer.Ordinal)
                .ThenBy(row => row.Channel, StringComparer.Ordinal)
                .ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
}

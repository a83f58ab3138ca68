using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Planning;

/// <summary>
/// Threads that no longer stand in the built-in channel, because their time was over or because they were recalled: a revision has nobody
/// to correct anything for there.
/// </summary>
public sealed class VanishedThreads(IDbContextFactory<ArchiveContext> contexts, PlanLedger ledger)
{
    /// <summary>Lets a revision pass by them.</summary>
    /// <returns>The ids of their deliveries.</returns>
    public async Task<IReadOnlySet<long>> PassAsync(
        IReadOnlyList<StoredDelivery> deliveries,
        int revision,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var roots = deliveries
            .Where(delivery => delivery.Platform == PlatformId.Web.Value)
            .Select(delivery => (delivery, IsNumber: long.TryParse(delivery.ThreadId, CultureInfo.InvariantCulture, out var root), root))
            .Where(thread => thread.IsNumber)
            .ToDictionary(thread => thread.delivery, thread => thread.root);
        if (roots.Count == 0)
        {
            return new HashSet<long>();
        }

        var ids = roots.Values.Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var standing = await context
            .WebMessages.Where(message => ids.Contains(message.Id))
            .Select(message => message.Id)
            .ToHashSetAsync(cancellationToken);
        var vanished = roots.Where(thread => !standing.Contains(thread.Value)).Select(thread => thread.Key).ToList();
        foreach (var delivery in vanished)
        {
            await ledger.ReviseAsync(delivery, revision, [], [], now, cancellationToken);
        }

        return vanished.Select(delivery => delivery.Id).ToHashSet();
    }
}

using Bot.Faults.Tests.Checking;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Staging;

/// <summary>Reads a run's history from wherever it is kept.</summary>
public static class Histories
{
    public static async Task<History> ReadAsync(TestDatabase database, StagedPlatform platform, IReadOnlyList<Step> steps)
    {
        await using var context = database.CreateContext();
        // The log first: the ledger knows whatever the server has by then.
        var entries = platform.Log.All;
        var deliveries = await context
            .Deliveries.AsNoTracking()
            .Include(delivery => delivery.Posts)
            .Where(delivery => delivery.Platform == platform.Id.Value)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync();
        // Not those of the web channel.
        var hashes = deliveries.SelectMany(delivery => delivery.Posts).Select(post => post.PayloadHash).ToHashSet();
        var ours = (await context.Payloads.AsNoTracking().ToListAsync()).Where(payload => hashes.Contains(payload.Hash));
        return new History(
            entries,
            deliveries,
            ours.ToDictionary(payload => payload.Hash, payload => platform.TextOf(payload.Content)),
            await context.Leases.AsNoTracking().ToListAsync(),
            steps
        );
    }
}

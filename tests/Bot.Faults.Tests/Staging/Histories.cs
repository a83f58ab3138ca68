using System.Text.Json.Nodes;
using Bot.Archive.Entities;
using Bot.Emulators.Log;
using Bot.FaultHost.TestPlatform;
using Bot.Faults.Tests.Checking;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Staging;

/// <summary>Reads a run's history from the places where it is kept.</summary>
public static class Histories
{
    public static async Task<History> ReadAsync(TestDatabase database, ServerLog log, IReadOnlyList<Step> steps)
    {
        await using var context = database.CreateContext();
        // The log first: whatever the server has by then, the ledger knows.
        var entries = log.All;
        var deliveries = await context.Deliveries.AsNoTracking().Include(delivery => delivery.Posts)
            .Where(delivery => delivery.Platform == TestPlatform.Name.Value).OrderBy(delivery => delivery.Id).ToListAsync();
        var payloads = await context.Payloads.AsNoTracking().ToListAsync();
        return new History(
            entries,
            deliveries,
            payloads.ToDictionary(payload => payload.Hash, TextOf),
            await context.Leases.AsNoTracking().ToListAsync(),
            steps);
    }

    // Payloads of other platforms (the web channel's) are there too, and an empty one for what could not be rendered.
    private static string TextOf(Payload payload) => payload.Content.Length > 0 &&
        JsonNode.Parse(payload.Content) is JsonObject json && json["text"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}

using Bot.Archive;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Staging;

/// <summary>Asks SQLite how it would answer a query.</summary>
internal sealed class QueryPlans(ArchiveContext context)
{
    public async Task AssertByIndexAsync<T>(IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText =
            "EXPLAIN QUERY PLAN " + command.CommandText[command.CommandText.IndexOf("SELECT", StringComparison.Ordinal)..];
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                steps.Add(reader.GetString(3));
            }
        }

        Assert.Contains(steps, step => step.StartsWith("SEARCH", StringComparison.Ordinal));
        Assert.DoesNotContain(
            steps,
            step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal)
        );
    }
}

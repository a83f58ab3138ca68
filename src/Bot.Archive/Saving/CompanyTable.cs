using System.Globalization;
using System.Text;
using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>Keeps the company table in sync with the mentions in briefings that are not held.</summary>
internal static class CompanyTable
{
    /// <summary>SQLite allows 32,766 parameters per statement, PostgreSQL 65,535.</summary>
    private const int RowsPerStatement = 1_000;

    /// <summary>
    /// Adds the companies, or updates their spelling and date to the newest. In key order, so that concurrent saves
    /// cannot deadlock.
    /// </summary>
    public static async Task NameAsync(ArchiveContext context, IEnumerable<StoredMention> mentions, CancellationToken cancellationToken)
    {
        // Funding tables spell company names most carefully, running text least.
        var newest = mentions
            .GroupBy(mention => mention.CompanyKey, StringComparer.Ordinal)
            .Select(company => company.OrderBy(mention => mention.Role).First())
            .OrderBy(mention => mention.CompanyKey, StringComparer.Ordinal);
        foreach (var rows in newest.Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("""INSERT INTO companies ("Key", "Name", "LastNamed") VALUES """);
            var parameters = new List<object>(rows.Length * 3);
            foreach (var row in rows)
            {
                sql.Append(parameters.Count == 0 ? "" : ", ")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"({{{parameters.Count}}}, {{{parameters.Count + 1}}}, {{{parameters.Count + 2}}})"
                    );
                parameters.AddRange([row.CompanyKey, row.Name, row.Date]);
            }

            sql.Append(
                """
                 ON CONFLICT ("Key") DO UPDATE SET "Name" = excluded."Name", "LastNamed" = excluded."LastNamed"
                WHERE excluded."LastNamed" >= companies."LastNamed"
                """
            );
            await context.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellationToken);
        }
    }

    /// <summary>Removes those companies that no briefing names any more.</summary>
    public static async Task ForgetAsync(ArchiveContext context, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var some in keys.Order(StringComparer.Ordinal).Chunk(RowsPerStatement))
        {
            await context
                .Companies.Where(company =>
                    some.Contains(company.Key) && !context.Mentions.Any(mention => mention.CompanyKey == company.Key)
                )
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}

using Bot.Briefings.Model;
using Bot.Chat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>What the issues of a series before one of them say.</summary>
internal static class EarlierIssues
{
    /// <summary>
    /// The companies of which neither the name nor another spelling stands in any earlier issue. Every text is searched, the newest first,
    /// until
    /// each company is found: ten years take about a second. Held issues and samples do not count.
    /// </summary>
    /// <returns>In the order given; empty if there is no earlier issue.</returns>
    public static async Task<IReadOnlyList<string>> WithoutAsync(
        ArchiveContext context,
        BriefingKey key,
        IReadOnlyList<NamedCompany> companies,
        CancellationToken cancellationToken
    )
    {
        var missing = companies.ToList();
        var any = false;
        var texts = context
            .Briefings.AsNoTracking()
            .Where(briefing => briefing.Series == key.Series && briefing.Date < key.Date && !briefing.IsHeld && !briefing.IsSample)
            .OrderByDescending(briefing => briefing.Date)
            .Join(
                context.Revisions,
                briefing => new { BriefingId = briefing.Id, Number = briefing.Revision },
                revision => new { revision.BriefingId, revision.Number },
                (_, revision) => revision.Markdown
            )
            .AsAsyncEnumerable();
        await foreach (var text in texts.WithCancellation(cancellationToken))
        {
            any = true;
            missing.RemoveAll(company => company.Aliases.Prepend(company.Name).Any(name => CompanyName.StandsIn(text, name)));
            if (missing.Count == 0)
            {
                break;
            }
        }

        return any ? missing.ConvertAll(company => company.Name) : [];
    }
}

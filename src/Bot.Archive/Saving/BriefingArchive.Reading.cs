using Bot.Archive.Queries;
using Bot.Chat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <content>Stored documents, as they are read again.</content>
public sealed partial class BriefingArchive
{
    /// <summary>The text of a revision, the newest by default; null if there is none.</summary>
    public async Task<StoredDocument?> LoadAsync(BriefingKey key, int? revision, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var briefing = await context
            .Briefings.Where(row => row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition)
            .Select(Listing)
            .SingleOrDefaultAsync(cancellationToken);
        if (briefing is null)
        {
            return null;
        }

        var number = revision ?? briefing.Revision;
        return await context
            .Revisions.Where(row => row.BriefingId == briefing.Id && row.Number == number)
            .Select(row => new StoredDocument(briefing, row.Number, row.Markdown, row.Origin, row.ReceivedAt))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The newest briefing of the series before this one that is not held: from an earlier day, or the same day if it
    /// arrived earlier; null if there is none.
    /// </summary>
    public async Task<BriefingListing?> NewestBeforeAsync(BriefingKey key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(briefing =>
                briefing.Series == key.Series
                && !briefing.IsHeld
                && (
                    briefing.Date < key.Date
                    || (
                        briefing.Date == key.Date
                        && briefing.Edition != key.Edition
                        && briefing.Id
                            < context
                                .Briefings.Where(row => row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition)
                                .Max(row => row.Id)
                    )
                )
            )
            .OrderByDescending(briefing => briefing.Date)
            .ThenByDescending(briefing => briefing.Id)
            .Select(Listing)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The companies that no earlier issue of the series names, in the order given; empty if there is no earlier issue.</summary>
    public async Task<IReadOnlyList<string>> FirstNamedInAsync(
        BriefingKey key,
        IReadOnlyList<NamedCompany> companies,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await EarlierIssues.WithoutAsync(context, key, companies, cancellationToken);
    }

    /// <summary>Whether there is any briefing, held ones included.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Briefings.AnyAsync(cancellationToken);
    }

    /// <summary>
    /// Briefings, newest day first, including held ones. <paramref name="before"/> is the last day of the previous page;
    /// null for the first page.
    /// </summary>
    public async Task<IReadOnlyList<BriefingListing>> ListAsync(
        string series,
        DateOnly? before,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(briefing => briefing.Series == series && (before == null || briefing.Date < before))
            .OrderByDescending(briefing => briefing.Date)
            .ThenByDescending(briefing => briefing.Id)
            .Take(count)
            .Select(Listing)
            .ToListAsync(cancellationToken);
    }
}

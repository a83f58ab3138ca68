using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds funding rounds, newest briefing first, in the briefing's order within it. Rounds of held briefings and rounds
/// dropped by a later revision are never returned. Thread-safe; one instance per process.
/// </summary>
public sealed class FundingQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>A round as objects, roughly.</summary>
    private const int RoundBytes = 3_000;

    private readonly ArchiveReads _reads = new(contexts);

    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, int, int, IAsyncEnumerable<Row>> _ofCompany =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, string company, DateOnly from, DateOnly to, int skip, int take) =>
                context
                    .Items.Where(item =>
                        item.Series == series
                        && item.CompanyKey == company
                        && item.Date >= from
                        && item.Date <= to
                        && !item.IsHeld
                        && item.GoneInRevision == null
                    )
                    .OrderByDescending(item => item.Date)
                    .ThenBy(item => item.Ordinal)
                    .Skip(skip)
                    .Take(take)
                    .Join(
                        context.Briefings,
                        item => item.BriefingId,
                        briefing => briefing.Id,
                        (item, briefing) =>
                            new Row(
                                item.Id,
                                item.Ordinal,
                                item.DealId ?? 0,
                                item.Data,
                                briefing.Id,
                                briefing.Series,
                                briefing.Date,
                                briefing.Edition,
                                briefing.Revision,
                                briefing.IsSample
                            )
                    )
        );

    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, CancellationToken, Task<int>> _countOfCompany =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, string company, DateOnly from, DateOnly to, CancellationToken _) =>
                context.Items.Count(item =>
                    item.Series == series
                    && item.CompanyKey == company
                    && item.Date >= from
                    && item.Date <= to
                    && !item.IsHeld
                    && item.GoneInRevision == null
                )
        );

    // An investor has one mention per round, so mentions can be counted and paged without reading the rounds.
    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, int, int, IAsyncEnumerable<InvestorRow>> _ofInvestor =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, string company, DateOnly from, DateOnly to, int skip, int take) =>
                context
                    .Mentions.Where(mention =>
                        mention.Series == series
                        && mention.CompanyKey == company
                        && mention.Role == MentionRole.Investor
                        && mention.Date >= from
                        && mention.Date <= to
                        && mention.ItemId != null
                        && !mention.IsHeld
                    )
                    .OrderByDescending(mention => mention.Date)
                    .ThenBy(mention => mention.ItemId)
                    .Skip(skip)
                    .Take(take)
                    .Join(context.Items, mention => mention.ItemId, item => item.Id, (mention, item) => new { mention.Name, Item = item })
                    .Join(
                        context.Briefings,
                        row => row.Item.BriefingId,
                        briefing => briefing.Id,
                        (row, briefing) =>
                            new InvestorRow(
                                row.Name,
                                new Row(
                                    row.Item.Id,
                                    row.Item.Ordinal,
                                    row.Item.DealId ?? 0,
                                    row.Item.Data,
                                    briefing.Id,
                                    briefing.Series,
                                    briefing.Date,
                                    briefing.Edition,
                                    briefing.Revision,
                                    briefing.IsSample
                                )
                            )
                    )
        );

    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, CancellationToken, Task<int>> _countOfInvestor =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, string company, DateOnly from, DateOnly to, CancellationToken _) =>
                context.Mentions.Count(mention =>
                    mention.Series == series
                    && mention.CompanyKey == company
                    && mention.Role == MentionRole.Investor
                    && mention.Date >= from
                    && mention.Date <= to
                    && mention.ItemId != null
                    && !mention.IsHeld
                )
        );

    private readonly Func<ArchiveContext, int, IAsyncEnumerable<Row>> _ofBriefing = EF.CompileAsyncQuery(
        (ArchiveContext context, int id) =>
            context
                .Items.Where(item => item.BriefingId == id && item.Kind == ItemKind.Funding && !item.IsHeld && item.GoneInRevision == null)
                .OrderBy(item => item.Ordinal)
                .Join(
                    context.Briefings,
                    item => item.BriefingId,
                    briefing => briefing.Id,
                    (item, briefing) =>
                        new Row(
                            item.Id,
                            item.Ordinal,
                            item.DealId ?? 0,
                            item.Data,
                            briefing.Id,
                            briefing.Series,
                            briefing.Date,
                            briefing.Edition,
                            briefing.Revision,
                            briefing.IsSample
                        )
                )
    );

    private readonly Func<ArchiveContext, string, CancellationToken, Task<string?>> _newestCompany = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, CancellationToken _) =>
            context
                .Items.Where(item =>
                    item.Series == series
                    && item.Kind == ItemKind.Funding
                    && item.CompanyKey != null
                    && !item.IsHeld
                    && item.GoneInRevision == null
                )
                .OrderByDescending(item => item.Date)
                .ThenBy(item => item.Ordinal)
                .Select(item => item.Headline)
                .FirstOrDefault()
    );

    /// <summary>Rounds that a company raised.</summary>
    /// <param name="company"><see cref="CompanyName.Key"/>.</param>
    /// <param name="date">Only from this day's briefing; null for all.</param>
    /// <param name="skip">Number of rounds to skip, 0 or more.</param>
    /// <param name="take">Maximum number of rounds, 1 or more.</param>
    public Task<Page<ArchivedRound>> OfCompanyAsync(
        string series,
        string company,
        DateOnly? date,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) => OfCompanyAsync(series, company, DateSpan.Of(date), skip, take, cancellationToken);

    /// <summary>Rounds that a company raised, from briefings in a range of days.</summary>
    public async Task<Page<ArchivedRound>> OfCompanyAsync(
        string series,
        string company,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (from, to) = days;
        var rounds = await ReadAsync(_ofCompany(context, series, company, from, to, skip, take), cancellationToken);
        // A first page that is not full is the whole list, so no second query is needed.
        var total =
            skip == 0 && rounds.Count < take ? rounds.Count : await _countOfCompany(context, series, company, from, to, cancellationToken);
        return new Page<ArchivedRound>(rounds, total);
    }

    /// <summary>Rounds that a company invested in, each once.</summary>
    /// <param name="company"><see cref="CompanyName.Key"/>.</param>
    /// <returns>
    /// The rounds, and the investor's name as spelled in the newest of these briefings (null without rounds). Pages are
    /// ordered by day, then by insertion.
    /// </returns>
    public Task<(Page<ArchivedRound> Rounds, string? Name)> OfInvestorAsync(
        string series,
        string company,
        DateOnly? date,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) => OfInvestorAsync(series, company, DateSpan.Of(date), skip, take, cancellationToken);

    /// <summary>Rounds that a company invested in, each once, from briefings in a range of days.</summary>
    public async Task<(Page<ArchivedRound> Rounds, string? Name)> OfInvestorAsync(
        string series,
        string company,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (from, to) = days;
        var rows = new List<InvestorRow>();
        await foreach (var row in _ofInvestor(context, series, company, from, to, skip, take).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        var total =
            skip == 0 && rows.Count < take ? rows.Count : await _countOfInvestor(context, series, company, from, to, cancellationToken);
        var newest = rows.MaxBy(row => row.Round.Date);
        return (new Page<ArchivedRound>(Rounds(rows.ConvertAll(row => row.Round)), total), newest?.Name);
    }

    /// <summary>All rounds of one briefing, in its order.</summary>
    public async Task<IReadOnlyList<ArchivedRound>> OfBriefingAsync(int briefing, CancellationToken cancellationToken) =>
        await _reads.KeptAsync(
            ("rounds of briefing", briefing),
            context => ReadAsync(_ofBriefing(context, briefing), cancellationToken),
            rounds => rounds.Count * RoundBytes,
            cancellationToken
        );

    /// <summary>Company of the first round in the newest briefing that has one, as written; null if there is none.</summary>
    public async Task<string?> NewestCompanyAsync(string series, CancellationToken cancellationToken) =>
        await _reads.KeptAsync(
            ("newest company", series),
            context => _newestCompany(context, series, cancellationToken),
            cancellationToken
        );

    private static async Task<IReadOnlyList<ArchivedRound>> ReadAsync(IAsyncEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var read = new List<Row>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            read.Add(row);
        }

        return Rounds(read);
    }

    /// <summary>Sorts again, because a join may lose the inner query's order.</summary>
    private static IReadOnlyList<ArchivedRound> Rounds(List<Row> rows) =>
        [
            .. rows.OrderByDescending(row => row.Date)
                .ThenBy(row => row.Ordinal)
                .Select(row => new ArchivedRound(
                    row.ItemId,
                    new ArchivedBriefing(row.BriefingId, row.Series, row.Date, row.Edition, row.Revision, row.IsSample),
                    EntryJson.ReadFunding(row.Data)
                )
                {
                    DealId = row.DealId,
                }),
        ];

    private sealed record Row(
        long ItemId,
        int Ordinal,
        long DealId,
        string Data,
        int BriefingId,
        string Series,
        DateOnly Date,
        string Edition,
        int Revision,
        bool IsSample
    );

    private sealed record InvestorRow(string Name, Row Round);
}

using Bot.Answers.Companies;
using Bot.Answers.Replies;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Funding;

/// <summary>Looks up the archive's answer to a question about funding.</summary>
public sealed class FundingLookup(
    BriefingQueries briefings,
    FundingQueries funding,
    DealQueries deals,
    FilteredDeals filtered,
    CompanyQueries companies,
    NearestNames nearest
)
{
    /// <summary>Deals listed in a reply before it offers more.</summary>
    public const int PageSize = 10;

    private const int MaxNearest = 4;

    /// <param name="days">Only briefings of these days are searched.</param>
    public async Task<FundingAnswer> AskAsync(string series, FundingArguments arguments, DateSpan days, CancellationToken cancellationToken)
    {
        if (arguments.IsFiltered)
        {
            return await filtered.AskAsync(series, arguments, days, cancellationToken)
                ?? await NotFoundAsync(
                    series,
                    nearest.Find(await companies.KnownAsync(series, cancellationToken), arguments.Company, MaxNearest),
                    cancellationToken
                );
        }

        if (arguments.Company.Length == 0)
        {
            return await OfBriefingAsync(series, days.IsDay ? days.From : null, arguments.Edition, cancellationToken);
        }

        // First the exact key, then without 社 or Inc., then archive names that differ only by such an ending.
        var key = CompanyName.Key(arguments.Company);
        var stem = CompanySpelling.Stem(key);
        if (key.Length is 0 or > CompanySpelling.MaxLength)
        {
            return await NotFoundAsync(series, [], cancellationToken);
        }

        foreach (var candidate in stem == key ? new[] { key } : [key, stem])
        {
            if (await OfCompanyAsync(series, candidate, days, arguments.Skip, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        var known = await companies.KnownAsync(series, cancellationToken);
        if (nearest.SameStem(known, arguments.Company) is { } company)
        {
            var answer = await OfCompanyAsync(series, company.Key, days, arguments.Skip, cancellationToken);
            return answer ?? new FundingAnswer.NotFound(days == DateSpan.All ? null : days, [company], company.Name);
        }

        return await filtered.AskAsync(series, arguments, days, cancellationToken)
            ?? await NotFoundAsync(series, nearest.Find(known, arguments.Company, MaxNearest), cancellationToken);
    }

    private async Task<FundingAnswer> OfBriefingAsync(string series, DateOnly? date, string edition, CancellationToken cancellationToken)
    {
        var briefing = date is null ? await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) : null;
        if ((date ?? (edition.Length > 0 ? briefing?.Date : null)) is { } day)
        {
            briefing = await briefings.OfDayAsync(series, day, edition, cancellationToken);
        }

        if (briefing is null)
        {
            return await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is { } newest && date is { } asked
                ? new FundingAnswer.NoBriefing(
                    DateSpan.Of(asked),
                    newest,
                    await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken)
                )
                : new FundingAnswer.NothingArchived();
        }

        var rounds = await funding.OfBriefingAsync(briefing.Id, cancellationToken);
        return rounds.Count > 0
            ? new FundingAnswer.OfBriefing(briefing, [.. rounds.GroupBy(round => round.DealId).Select(Fullest)])
            : new FundingAnswer.NoRounds(
                briefing,
                await briefings.NewestWithAsync(series, ItemKind.Funding, briefing.Date, cancellationToken)
            );
    }

    /// <summary>One briefing may tell of a deal in several entries.</summary>
    private static ArchivedRound Fullest(IEnumerable<ArchivedRound> reports) =>
        reports.MaxBy(report =>
            (report.Round.Amount is null ? 0 : 8)
            + (report.Round.Fields.Count > 1 ? 4 : 0)
            + (report.Round.Stage is null ? 0 : 2)
            + (report.Round.Investors.Count > 0 ? 1 : 0)
        )!;

    private async Task<FundingAnswer?> OfCompanyAsync(
        string series,
        string key,
        DateSpan days,
        int skip,
        CancellationToken cancellationToken
    )
    {
        var raised = await deals.OfCompanyAsync(series, key, days, skip, PageSize, cancellationToken);
        var (invested, investor) = await deals.OfInvestorAsync(
            series,
            key,
            days,
            raised.Total == 0 ? skip : 0,
            PageSize,
            cancellationToken
        );
        var shown = raised.Total > 0 ? raised : invested;
        if (shown.Items.Count == 0)
        {
            // Nothing of either kind, or a page past the end of the list.
            return shown.Total > 0 && skip > 0 ? await OfCompanyAsync(series, key, days, 0, cancellationToken) : null;
        }

        IReadOnlyList<ArchivedMention> mentions = raised is { Total: 1, Items: [{ Reports: [var single] }] }
            ? await companies.MentionsAsync(single.Briefing.Id, key, cancellationToken)
            : [];
        var name = raised.Items.Count > 0 ? raised.Items[0].Latest.Round.Company : investor!;
        var newest = new[] { raised.Newest, invested.Newest }.Max()!.Value;
        return new FundingAnswer.OfCompany(name, key, raised, invested, mentions, newest);
    }

    private async Task<FundingAnswer> NotFoundAsync(string series, IReadOnlyList<KnownCompany> near, CancellationToken cancellationToken)
    {
        var example = await funding.NewestCompanyAsync(series, cancellationToken);
        return example is null && await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is null
            ? new FundingAnswer.NothingArchived()
            : new FundingAnswer.NotFound(Days: null, near, example)
            {
                Held = await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken),
            };
    }
}

using Bot.Answers.Companies;
using Bot.Answers.Replies;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Funding;

/// <summary>Looks up the archive's answer to a question about funding.</summary>
public sealed class FundingLookup(BriefingQueries briefings, FundingQueries funding, CompanyQueries companies, NearestNames nearest)
{
    /// <summary>Rounds listed in a reply before it offers more.</summary>
    public const int PageSize = 10;

    private const int LookAhead = 3;

    private const int MaxNearest = 4;

    /// <param name="days">Only briefings of these days are searched.</param>
    public async Task<FundingAnswer> AskAsync(string series, FundingArguments arguments, DateSpan days, CancellationToken cancellationToken)
    {
        DateOnly? date = days.From == days.To ? days.From : null;
        if (arguments.Company.Length == 0)
        {
            return await OfBriefingAsync(series, date, arguments.Edition, cancellationToken);
        }

        // First the exact key, then without 社 or Inc., then archive names that differ only by such an ending.
        var key = CompanyName.Key(arguments.Company);
        var stem = CompanySpelling.Stem(key);
        if (key.Length is 0 or > CompanySpelling.MaxLength)
        {
            return await NotFoundAsync(series, [], cancellationToken);
        }

        foreach (var candidate in Candidates())
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
            return answer ?? new FundingAnswer.NotFound(date, [company], company.Name);
        }

        return await NotFoundAsync(series, nearest.Find(known, arguments.Company, MaxNearest), cancellationToken);

        IEnumerable<string> Candidates() => stem == key ? [key] : [key, stem];
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
                ? new FundingAnswer.NoBriefing(asked, newest, await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken))
                : await NothingAsync(series, cancellationToken);
        }

        var rounds = await funding.OfBriefingAsync(briefing.Id, cancellationToken);
        return rounds.Count > 0
            ? new FundingAnswer.OfBriefing(briefing, rounds)
            : new FundingAnswer.NoRounds(
                briefing,
                await briefings.NewestWithAsync(series, ItemKind.Funding, briefing.Date, cancellationToken)
            );
    }

    private async Task<FundingAnswer?> OfCompanyAsync(
        string series,
        string key,
        DateSpan days,
        int skip,
        CancellationToken cancellationToken
    )
    {
        var rounds = await funding.OfCompanyAsync(series, key, days, skip, PageSize + LookAhead, cancellationToken);
        var (investments, investor) = await funding.OfInvestorAsync(
            series,
            key,
            days,
            rounds.Total == 0 ? skip : 0,
            PageSize,
            cancellationToken
        );
        var name = rounds.Items.Count > 0 ? rounds.Items[0].Round.Company : investor;
        if (name is null)
        {
            // Nothing of either kind, or a page past the end of the list.
            return rounds.Total > 0 && skip > 0 ? await OfCompanyAsync(series, key, days, 0, cancellationToken) : null;
        }

        IReadOnlyList<ArchivedMention> mentions =
            rounds.Total == 1 ? await companies.MentionsAsync(rounds.Items[0].Briefing.Id, key, cancellationToken) : [];
        var page = new Page<ArchivedRound>([.. rounds.Items.Take(PageSize)], rounds.Total);
        return new FundingAnswer.OfCompany(name, key, page, [.. rounds.Items.Skip(PageSize)], investments, mentions, await NewestAsync());

        // The lists start with the newest, but a later page does not include it.
        async Task<DateOnly> NewestAsync()
        {
            var first = skip == 0 ? rounds : await funding.OfCompanyAsync(series, key, days, 0, 1, cancellationToken);
            var put =
                skip == 0 || rounds.Total > 0
                    ? investments
                    : (await funding.OfInvestorAsync(series, key, days, 0, 1, cancellationToken)).Rounds;
            return first.Items.Concat(put.Items).Max(round => round.Briefing.Date);
        }
    }

    private async Task<FundingAnswer> NothingAsync(string series, CancellationToken cancellationToken) =>
        new FundingAnswer.NothingArchived(await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken));

    private async Task<FundingAnswer> NotFoundAsync(string series, IReadOnlyList<KnownCompany> near, CancellationToken cancellationToken)
    {
        var example = await funding.NewestCompanyAsync(series, cancellationToken);
        return example is null && await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is null
            ? await NothingAsync(series, cancellationToken)
            : new FundingAnswer.NotFound(Date: null, near, example)
            {
                Held = await briefings.HeldAsync(series, OtherBriefings.MostHeld, cancellationToken),
            };
    }
}

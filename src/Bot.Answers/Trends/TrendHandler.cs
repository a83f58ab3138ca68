using Bot.Answers.Arguments;
using Bot.Answers.Companies;
using Bot.Answers.Items;
using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Trends;

/// <summary><c>/trend [COMPANY|company|funding] [WEEKS]</c>: mentions or amounts week by week, as bars, and the rows behind them.</summary>
public sealed class TrendHandler(
    SeriesCatalogue access,
    AskedTimes times,
    BriefingQueries briefings,
    EmptyArchive nothing,
    CompanyQueries companies,
    NearestNames nearest,
    MentionQueries mentions,
    FundingTrends funding,
    ItemQueries items,
    ReferenceQueries references,
    TimeProvider clock
) : ICommandHandler
{
    public const string Name = "trend";

    private const int MaxNearest = 3;

    private const int MostRanked = 10;

    private const int MostItems = 3;

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (access.AskedBy(call) is not { } series)
        {
            return OtherBriefings.NothingToAsk(call);
        }

        if (await briefings.NewestAsync(series.Key, call.Date, cancellationToken) is not { } newest)
        {
            var empty = new AnswerFrame(call, series, clock);
            var held = await briefings.HeldAsync(series.Key, OtherBriefings.MostHeld, cancellationToken);
            return await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken) is { } other
                ? OtherBriefings.NoBriefing(empty, DateSpan.Of(call.Date), other, held, "briefing", Texts.AnswerText.BriefingOfDay)
                : await nothing.AnswerAsync(empty, cancellationToken);
        }

        var known = await companies.KnownAsync(series.Key, cancellationToken);
        var words = new ArgumentWords(call.Text);
        var skip = PageArgument.Take(words);
        var last = call.Date ?? newest.Date;
        // A name that is also a number or a day is the name.
        var isName = nearest.SameStem(known, words.Left) is not null;
        var weeks =
            isName ? new TrendWeeks(last, TrendWeeks.Usual)
            : TrendWeeks.Take(words) is { } count ? new TrendWeeks(last, count)
            : await times.TakeAsync(words, series, cancellationToken) is { } days ? TrendWeeks.Of(days, last)
            : new TrendWeeks(last, TrendWeeks.Usual);
        var subject = TrendSubject.Of(words.Left, known, nearest);
        var question = $"{subject.Text} {TrendWeeks.Value(weeks.Count)}";
        var frame = new AnswerFrame(call with { Text = PageArgument.Text(question, skip), Date = null, UpTo = false }, series, clock);
        var reply = subject switch
        {
            TrendSubject.Company company => await CompanyAsync(frame, company, weeks, skip, question, known, cancellationToken),
            TrendSubject.Ranking => new TrendReplies(frame, weeks, skip, question).Ranking(
                await mentions.MostNamedAsync(series.Key, weeks.Days, MostRanked, cancellationToken)
            ),
            _ => await FundingAsync(frame, weeks, skip, question, cancellationToken),
        };
        return frame.UpTo(weeks.Last, reply);
    }

    private async Task<Reply> CompanyAsync(
        AnswerFrame frame,
        TrendSubject.Company company,
        TrendWeeks weeks,
        int skip,
        string question,
        CompanySnapshot known,
        CancellationToken cancellationToken
    )
    {
        var replies = new TrendReplies(frame, weeks, skip, question);
        IReadOnlyList<NamedPlace> places = [];
        foreach (
            var key in nearest
                .Stems(company.Name)
                .Prepend(company.Key)
                .Where(key => key.Length is > 0 and <= CompanySpelling.MaxLength)
                .Distinct()
        )
        {
            places = await mentions.OfCompanyAsync(frame.Series, key, weeks.Days, cancellationToken);
            if (places.Count > 0)
            {
                break;
            }
        }

        if (places.Count == 0)
        {
            return replies.NotNamed(company.Name, nearest.Find(known, company.Name, MaxNearest));
        }

        var newest = places.SelectMany(place => place.Items).Distinct().Take(MostItems).ToList();
        var told = await items.ByIdsAsync(newest, cancellationToken);
        var rows = await ItemRows.LoadAsync(references, frame, told, cancellationToken);
        // A company that only headlines name is spelled as they do.
        var name = nearest.SameStem(known, company.Name) is null ? places[0].Name : company.Name;
        return replies.Company(name, places, [.. told.Select(item => rows.Card(item, namesSection: true))]);
    }

    private async Task<Reply> FundingAsync(
        AnswerFrame frame,
        TrendWeeks weeks,
        int skip,
        string question,
        CancellationToken cancellationToken
    )
    {
        var found = await funding.FindAsync(frame.Series, weeks, cancellationToken);
        var shown = found.SelectMany(week => week.Largest);
        var cited = shown.Select(deal => (deal.Latest.Briefing.Id, deal.Latest.Round.Citations));
        var sources = await CitedSources.LoadAsync(references, frame, cited, cancellationToken);
        return new TrendReplies(frame, weeks, skip, question).Funding(found, sources);
    }
}

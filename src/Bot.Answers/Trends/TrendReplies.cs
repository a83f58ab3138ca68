using Bot.Answers.Funding;
using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Answers.Timelines;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Trends;

/// <summary>Words a trend: what is counted, a row of bars, then a line for each week that has something, the newest first.</summary>
/// <param name="skip">Weeks already shown.</param>
/// <param name="question">The arguments without the page.</param>
internal sealed class TrendReplies(AnswerFrame frame, TrendWeeks weeks, int skip, string question)
{
    private const int PageSize = 10;

    private const int MostNear = 3;

    private const int Million = 1_000_000;

    private AnswerTexts Texts => frame.Texts;

    /// <param name="newest">Its newest entries.</param>
    public Reply Company(string name, IReadOnlyList<NamedPlace> places, IReadOnlyList<Block> newest)
    {
        var spans = weeks.Spans;
        var counts = spans.Select(span => (decimal)places.Count(place => span.Contains(place.Date))).ToList();
        var rows = spans
            .Reverse()
            .Select(span => (Span: span, Places: places.Where(place => span.Contains(place.Date)).ToList()))
            .Where(row => row.Places.Count > 0)
            .Select(row =>
                Line(
                    row.Span,
                    Texts.Of(AnswerText.TrendPlaces, row.Places.Count)
                        + Texts.Aside(
                            string.Join(Texts.Shared.Separator, row.Places.Select(place => frame.Dates.Short(place.Date)).Distinct())
                        )
                )
            )
            .ToList();
        var shown = Invisible.Drop(name);
        var blocks = Head(Texts.Of(AnswerText.TrendCompanyFirst, shown, places.Count, weeks.Count), Sparkline.Of(counts), rows.Count);
        blocks.Add(AnswerFrame.Lines(rows.Skip(Skip(rows.Count)).Take(PageSize)));
        if (newest.Count > 0)
        {
            blocks.Add(Nodes.Small(Texts[AnswerText.TrendNewest]));
            blocks.AddRange(newest);
        }

        return Drawn(
            frame.Reply(
                blocks,
                [
                    .. More(rows.Count),
                    frame.Button(
                        Texts.Of(AnswerText.CompanyAll, AskedText.Shown(name)),
                        CompanyHandler.Name,
                        AskedText.Clean(name),
                        date: null
                    ),
                    frame.Button(Texts[AnswerText.TrendOfCompanies], TrendHandler.Name, CompanyHandler.Name, date: null),
                ]
            ),
            Texts.Of(AnswerText.TrendChartCompany, shown),
            Texts[AnswerText.TrendUnitPlaces],
            counts
        );
    }

    public Reply Ranking(IReadOnlyList<NamedCompanyDays> companies)
    {
        var spans = weeks.Spans;
        var lines = companies.Select(company =>
            (IReadOnlyList<Inline>)
                [
                    Nodes.Text(Sparkline.Of([.. spans.Select(span => (decimal)company.Days.Count(span.Contains))]) + " "),
                    Nodes.Bold(Nodes.Text(Invisible.Drop(company.Name))),
                    Nodes.Text(
                        Texts.Shared.NameSeparator
                            + Texts.Of(AnswerText.TrendPlaces, company.Days.Count)
                            + Texts.Aside(Texts.Of(AnswerText.TrendLastNamed, frame.Dates.Short(company.Days.Max())))
                    ),
                ]
        );
        return companies.Count == 0
            ? frame.Reply(
                [AnswerFrame.First(Texts.Of(AnswerText.TrendNobody, frame.Dates.Span(weeks.Days)))],
                frame.Button(frame.Typed("briefing"), "briefing", "", date: null)
            )
            : frame.Reply(
                [
                    AnswerFrame.First(Texts.Of(AnswerText.TrendRanking, weeks.Count)),
                    Nodes.Small(Texts.Of(AnswerText.TrendWeekly, frame.Dates.Span(weeks.Days))),
                    AnswerFrame.Lines(lines),
                ],
                companies
                    .Take(MostNear)
                    .Select(company =>
                        frame.Button(
                            Texts.Of(AnswerText.TrendOf, AskedText.Shown(company.Name)),
                            TrendHandler.Name,
                            AskedText.Clean(company.Name),
                            date: null
                        )
                    )
            );
    }

    /// <param name="found">The oldest week first.</param>
    public Reply Funding(IReadOnlyList<FundingWeek> found, CitedSources sources)
    {
        var total = found.Sum(week => week.Deals.Count);
        if (total == 0)
        {
            return frame.Reply(
                [AnswerFrame.First(Texts.Of(AnswerText.TrendNoFunding, frame.Dates.Span(weeks.Days)))],
                frame.Button(frame.Typed(FundingHandler.Name), FundingHandler.Name, "", date: null)
            );
        }

        var currency = MainCurrency(found);
        var sums = found.Select(week => week.Sum(currency)).ToList();
        var rounds = new RoundLines(frame, sources);
        var rows = found.Reverse().Where(week => week.Deals.Count > 0).Select(week => Row(week, rounds)).ToList();
        var blocks = Head(Texts.Of(AnswerText.TrendFundingFirst, total, weeks.Count), Sparkline.Of(sums), rows.Count, currency);
        blocks.AddRange(rows.Skip(Skip(rows.Count)).Take(PageSize));
        return Drawn(
            frame.Reply(
                blocks,
                [
                    .. More(rows.Count),
                    frame.Button(Texts[AnswerText.TrendOfCompanies], TrendHandler.Name, CompanyHandler.Name, date: null),
                    frame.Button(Texts[AnswerText.LargestLabel], FundingHandler.Name, Texts[AnswerText.WordsTop].Split(' ')[0], date: null),
                ]
            ),
            Texts[AnswerText.TrendChartFunding],
            Texts.Of(AnswerText.TrendUnitMillion, currency ?? ""),
            [.. sums.Select(sum => sum / Million)]
        );
    }

    /// <param name="near">Names that may have been meant.</param>
    public Reply NotNamed(string name, IReadOnlyList<KnownCompany> near)
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(Texts.Of(AnswerText.TrendNotNamed, AskedText.Shown(name), frame.Dates.Span(weeks.Days))),
        };
        if (near.Count > 0)
        {
            blocks.Add(
                Nodes.Paragraph(Texts[AnswerText.Nearest] + string.Join(Texts.Shared.Separator, near.Select(company => company.Name)))
            );
        }

        blocks.Add(frame.Example($"{TrendHandler.Name} {CompanyHandler.Name}"));
        return frame.Reply(
            blocks,
            [
                .. near.Select(company =>
                    frame.Button(AskedText.Shown(company.Name), TrendHandler.Name, AskedText.Clean(company.Name), date: null)
                ),
                frame.Button(Texts[AnswerText.TrendOfCompanies], TrendHandler.Name, CompanyHandler.Name, date: null),
            ]
        );
    }

    /// <summary>Days and number; the sum in words; the largest deal with its sources.</summary>
    private RoleBlock Row(FundingWeek week, RoundLines rounds)
    {
        var lines = new List<IReadOnlyList<Inline>> { Line(week.Days, Texts.Of(AnswerText.TrendDeals, week.Deals.Count)) };
        if (FundingTotal.Line([.. week.Deals.Select(deal => deal.Latest.Round)], Texts.Locale) is { } sum)
        {
            lines.Add([Nodes.Text(sum)]);
        }

        lines.AddRange(week.Largest.Select(rounds.CompanyLine));
        return Nodes.Role(BlockRole.Card, AnswerFrame.Lines(lines));
    }

    private List<Block> Head(string first, string bars, int rows, string? currency = null)
    {
        var facts = new List<string> { Texts.Of(AnswerText.TrendWeekly, frame.Dates.Span(weeks.Days)) };
        if (currency is not null)
        {
            facts.Add(Texts.Of(AnswerText.InCurrency, currency));
        }

        var from = Skip(rows);
        return
        [
            AnswerFrame.First(first + frame.Part(from, Math.Min(PageSize, rows - from), rows)),
            Nodes.Paragraph(bars),
            Nodes.Small(string.Join(Texts.Shared.Separator, facts)),
        ];
    }

    private IReadOnlyList<Inline> Line(DateSpan days, string what) =>
        [Nodes.Bold(Nodes.Text(frame.Dates.Span(days))), Nodes.Text(Texts.Shared.NameSeparator + what)];

    private int Skip(int rows) => skip < rows ? skip : 0;

    private IEnumerable<Button> More(int rows) =>
        Skip(rows) + PageSize < rows
            ?
            [
                frame.Button(
                    Texts[AnswerText.More],
                    TrendHandler.Name,
                    Arguments.PageArgument.Text(question, Skip(rows) + PageSize),
                    weeks.Last
                ) with
                {
                    UpTo = true,
                },
            ]
            : [];

    private Reply Drawn(Reply reply, string title, string unit, IReadOnlyList<decimal> values) =>
        reply with
        {
            Message = reply.Message with
            {
                Chart = new Chart(
                    title,
                    unit,
                    [.. weeks.Spans.Zip(values, (span, value) => new ChartPoint(frame.Dates.Short(span.From), value))]
                ),
            },
        };

    private static string? MainCurrency(IReadOnlyList<FundingWeek> found) =>
        found
            .SelectMany(week => week.Deals)
            .Select(deal => deal.Latest.Round)
            .Where(FundingTotal.IsSummed)
            .GroupBy(round => round.Amount!.Currency)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key == "USD")
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .FirstOrDefault();
}

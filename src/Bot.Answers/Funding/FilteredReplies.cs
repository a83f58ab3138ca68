using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Markdig.Syntax;

namespace Bot.Answers.Funding;

/// <summary>
/// Words the deals that satisfy conditions: a list, the largest, the sums. The conditions as they were understood stand below.
/// </summary>
/// <param name="asked">Days that the answer is limited to; null for all.</param>
internal sealed class FilteredReplies(AnswerFrame frame, FundingArguments arguments, DateSpan? asked, RoundLines lines)
{
    private const int MaxOtherCurrencies = 2;

    private const int MaxExamples = 3;

    private AnswerTexts Texts => frame.Texts;

    private DateOnly? Day => asked is { IsDay: true } only ? only.From : null;

    public Reply Of(FundingAnswer.Matching matching)
    {
        var (shown, total) = (matching.Deals.Items, matching.Deals.Total);
        if (total == 0)
        {
            return None(matching.Filter, matching.Companies);
        }

        var skip = Skip(total);
        var first = Texts.Counted(AnswerText.DealsOne, AnswerText.DealsMany, total) + frame.Part(skip, shown.Count, total);
        return List(
            first,
            Conditions(matching.Filter, matching.Companies),
            shown,
            [
                .. More(skip, shown.Count, total),
                .. total > 1
                    ? new[] { View(AnswerText.WordsTop, AnswerText.LargestLabel), View(AnswerText.WordsTotal, AnswerText.TotalLabel) }
                    : [],
            ]
        );
    }

    public Reply Of(FundingAnswer.Largest largest)
    {
        var (shown, total) = (largest.Deals.Items, largest.Deals.Total);
        if (total == 0)
        {
            return None(largest.Filter, largest.Companies);
        }

        var skip = Skip(total);
        var others = largest.Currencies.Where(currency => currency != largest.Currency).Take(MaxOtherCurrencies);
        return List(
            Texts.Of(AnswerText.LargestFirst, skip + 1, skip + shown.Count),
            [.. Conditions(largest.Filter, largest.Companies), Texts.Of(AnswerText.InCurrency, largest.Currency)],
            shown,
            [
                .. More(skip, shown.Count, total),
                .. others.Select(currency =>
                    frame.Button(
                        Texts.Of(AnswerText.LargestOf, currency),
                        FundingHandler.Name,
                        (arguments.Currency is null ? arguments.Question + " " + currency : Name(AnswerText.WordsTop) + " " + currency),
                        Day
                    )
                ),
            ]
        );
    }

    public Reply Of(FundingAnswer.Totals totals)
    {
        var deals = totals.Deals.Items;
        if (deals.Count == 0)
        {
            return None(totals.Filter, totals.Companies);
        }

        var blocks = new List<Block>
        {
            AnswerFrame.First(
                FundingTotal.Line([.. deals.Select(deal => deal.Latest.Round)], Texts.Locale)
                    ?? Texts.Counted(AnswerText.DealsOne, AnswerText.DealsMany, deals.Count)
            ),
            Nodes.Small(
                string.Join(
                    Texts.Shared.Separator,
                    [Texts.Counted(AnswerText.DealsOne, AnswerText.DealsMany, deals.Count), .. Conditions(totals.Filter, totals.Companies)]
                )
            ),
        };
        blocks.AddRange(frame.SampleNote(deals.Select(deal => deal.Latest.Briefing)));
        blocks.Add(AnswerFrame.Lines(Examples(deals).Select(lines.CompanyLine)));
        return frame.Reply(
            blocks,
            View(AnswerText.WordsTop, AnswerText.LargestLabel),
            frame.Button(
                Texts[AnswerText.ListLabel],
                FundingHandler.Name,
                Without() is { Length: > 0 } others ? others : Arguments.TimeArgument.Text(totals.Filter.Days),
                Day
            )
        );
    }

    /// <summary>Sums name some of the largest deals that they are made of, of the currency that most of them have.</summary>
    public static IReadOnlyList<ArchivedDeal> Examples(IReadOnlyList<ArchivedDeal> deals) =>
        [
            .. deals
                .GroupBy(deal => deal.Latest.Round.Amount?.Currency)
                .OrderByDescending(group => group.Key is not null)
                .ThenByDescending(group => group.Count())
                .SelectMany(group => group.OrderByDescending(deal => deal.Latest.Round.Amount?.Value ?? deal.Latest.Round.Amount?.Max))
                .Take(MaxExamples),
        ];

    private Reply List(string first, List<string> conditions, IReadOnlyList<ArchivedDeal> shown, IEnumerable<Button> buttons)
    {
        var blocks = new List<Block> { AnswerFrame.First(first) };
        if (conditions.Count > 0)
        {
            blocks.Add(Nodes.Small(Texts[AnswerText.ConditionsLabel] + string.Join(Texts.Shared.Separator, conditions)));
        }

        blocks.AddRange(frame.SampleNote(shown.Select(deal => deal.Latest.Briefing)));
        blocks.Add(AnswerFrame.Lines(shown.SelectMany(deal => lines.Disagreement(deal).Prepend(lines.CompanyLine(deal)))));
        return frame.Reply(blocks, buttons);
    }

    private Reply None(DealFilter filter, IReadOnlyList<string> companies)
    {
        var conditions = Conditions(filter, companies);
        var blocks = new List<Block> { AnswerFrame.First(Texts[AnswerText.DealsNone]) };
        if (conditions.Count > 0)
        {
            blocks.Add(Nodes.Small(Texts[AnswerText.ConditionsLabel] + string.Join(Texts.Shared.Separator, conditions)));
        }

        return frame.Reply(
            blocks,
            [
                frame.Button($"/{FundingHandler.Name}", FundingHandler.Name, "", date: null),
                .. companies
                    .Take(MaxOtherCurrencies)
                    .Select(name =>
                        frame.Button(Texts.Of(AnswerText.FundingOfCompany, AskedText.Shown(name)), FundingHandler.Name, name, date: null)
                    ),
            ]
        );
    }

    /// <summary>The conditions as they were understood.</summary>
    private List<string> Conditions(DealFilter filter, IReadOnlyList<string> companies)
    {
        var said = new List<string>();
        if (companies.Count > 0)
        {
            said.Add(string.Join(Texts[AnswerText.And], companies.Select(Invisible.Drop)));
        }

        // Days up to which an answer is repeated are no condition.
        if (asked is not null)
        {
            said.Add(frame.Dates.Span(filter.Days));
        }

        if (filter.Stage is { } stage)
        {
            said.Add(StageNames.Of(stage, Texts.Shared));
        }

        if (filter.Amount is { } amount)
        {
            said.Add(Bounds(amount));
        }

        if (arguments.View == FundingView.First)
        {
            said.Add(Texts[AnswerText.OldestFirst]);
        }

        return said;
    }

    private string Bounds(AmountRange range)
    {
        string Exact(decimal value) => Amounts.Exact(value, range.Currency, Texts.Locale);
        return range switch
        {
            { Least: { } least, Most: { } most } => least == most ? Exact(least) : $"{Exact(least)}–{Exact(most)}",
            { Least: { } least } => Texts.Of(range.IsOpen ? AnswerText.BoundOver : AnswerText.BoundAtLeast, Exact(least)),
            { Most: { } most } => Texts.Of(range.IsOpen ? AnswerText.BoundUnder : AnswerText.BoundAtMost, Exact(most)),
            _ => range.Currency,
        };
    }

    private int Skip(int total) => arguments.Skip < total ? arguments.Skip : 0;

    private IEnumerable<Button> More(int skip, int shown, int total) =>
        skip + shown < total
            ? [frame.Button(Texts[AnswerText.More], FundingHandler.Name, (arguments with { Skip = skip }).Next(shown), Day)]
            : [];

    /// <summary>The same question with another view.</summary>
    private Button View(AnswerText word, AnswerText label) =>
        frame.Button(Texts[label], FundingHandler.Name, $"{Name(word)} {Without()}".Trim(), Day);

    /// <summary>The question without the word for its view, as it was asked.</summary>
    private string Without()
    {
        var plain = arguments with
        {
            Conditions = string.Join(' ', arguments.Conditions.Split(' ').Where(word => !FundingArgumentsReader.IsView(word))),
        };
        return plain.Question;
    }

    private string Name(AnswerText words) => Texts[words].Split(' ')[0];
}

using System.Text.RegularExpressions;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>
/// The second line of a line of contents (messages.md, rule 3): what happened, in the author's words. Nothing is composed.
/// </summary>
internal sealed partial class ContentsDetail(Briefing briefing, Texts texts)
{
    /// <summary>18 full-width characters: with its indent the line stays one on a phone.</summary>
    private const int Columns = 36;

    /// <summary>Names may wrap once.</summary>
    private const int NameColumns = 44;

    /// <summary>Null if the section has nothing to tell.</summary>
    public string? Of(Section section, IReadOnlyList<Block> blocks) =>
        section.Kind switch
        {
            SectionKind.TechnologyNews or SectionKind.MarketingNews => News([
                .. briefing.News.Where(item => item.SectionOrder == section.Order),
            ]),
            SectionKind.Startups => Funding([.. briefing.Funding.Where(round => round.SectionOrder == section.Order)]),
            SectionKind.FutureTech => Names(
                briefing.DeepDives.Where(dive => dive.SectionOrder == section.Order).Select(dive => BeforeColon(dive.Title))
            ),
            SectionKind.Analysis => Compared(section) ?? Names(Headings(blocks)),
            SectionKind.Insights => Line(Bold(blocks)) ?? Line(Insight(section)) ?? Names(Headings(blocks)),
            SectionKind.Outlook => Outlook([.. briefing.Outlook.Where(outlook => outlook.SectionOrder == section.Order)]),
            SectionKind.Other => Names(Headings(blocks)),
            _ => null,
        };

    private string? News(IReadOnlyList<NewsItem> items)
    {
        if (items.FirstOrDefault(item => item.Headline.Length > 0) is not { } first)
        {
            return null;
        }

        var others = items.Count > 1 ? texts.Format("OtherNews", items.Count - 1) : "";
        return HeadlineCut.Within(FlatText.Collapse(first.Headline), Columns - DisplayWidth.Of(others)) + others;
    }

    /// <summary>Amounts of several currencies cannot be compared: the one that most rounds have counts.</summary>
    private string? Funding(IReadOnlyList<FundingRound> rounds)
    {
        var companies = rounds.DistinctBy(round => CompanyName.Key(round.Company)).ToList();
        if (companies.Count == 0)
        {
            return null;
        }

        var largest = rounds
            .Where(round => round.Status == FundingStatus.Completed && round.Amount?.Value is not null)
            .GroupBy(round => round.Amount!.Currency)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()
            ?.MaxBy(round => round.Amount!.Value);
        var others = companies.Count > 1 ? texts.Count("OtherCompanies", companies.Count - 1) : "";
        return largest is null
            ? HeadlineCut.Within(companies[0].Company, Columns - DisplayWidth.Of(others)) + others
            : texts.Format("Largest", $"{largest.Company} {Amounts.ShortOrWritten(largest.Amount!, texts.Locale)}") + others;
    }

    /// <summary>What is compared: the columns after the first, without brackets unless they differ in nothing else.</summary>
    private string? Compared(Section section)
    {
        var columns = briefing
            .Tables.FirstOrDefault(table => table.SectionOrder == section.Order)
            ?.Columns.Skip(1)
            .Where(column => column.Length > 0)
            .ToList();
        if (columns is not { Count: > 0 })
        {
            return null;
        }

        var bare = columns.ConvertAll(WithoutBrackets);
        var names = bare.Distinct(StringComparer.Ordinal).Count() == bare.Count ? bare : columns;
        return names.Count == 2 ? string.Join(texts["AndSeparator"], names) : Names(names);
    }

    private string? Outlook(IReadOnlyList<Outlook> entries) =>
        Names(entries.Select(entry => entry.Headline ?? "").Where(headline => headline.Length > 0))
        ?? Names(entries.Select(entry => WithoutBrackets(entry.Label)));

    private string? Insight(Section section) =>
        briefing.Insights.FirstOrDefault(insight => insight.SectionOrder == section.Order && insight.Headline is { Length: > 0 })?.Headline;

    private static string? Line(string? text) => text is { Length: > 0 } ? HeadlineCut.Within(FlatText.Collapse(text), NameColumns) : null;

    private static string? Bold(IReadOnlyList<Block> blocks) =>
        blocks
            .SelectMany(Walk.Inlines<EmphasisInline>)
            .Where(emphasis => emphasis.DelimiterCount >= 2)
            .Select(emphasis => FlatText.Plain(emphasis).TrimEnd(':', '：', ' '))
            .FirstOrDefault(phrase => phrase.Length > 0);

    private static IEnumerable<string> Headings(IReadOnlyList<Block> blocks) =>
        blocks.OfType<HeadingBlock>().Select(heading => BeforeColon(FlatText.Plain(heading))).Where(title => title.Length > 0);

    /// <summary>As many whole names as there is room for; only a first one that is too long by itself is shortened.</summary>
    private string? Names(IEnumerable<string> names)
    {
        var all = names.Select(FlatText.Collapse).Where(name => name.Length > 0).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var line = HeadlineCut.Within(all[0], NameColumns);
        foreach (var name in all.Skip(1))
        {
            var longer = line + texts.Separator + name;
            if (DisplayWidth.Of(longer) > NameColumns)
            {
                return line.EndsWith(texts["Ellipsis"], StringComparison.Ordinal) ? line : line + texts.Separator + texts["Ellipsis"];
            }

            line = longer;
        }

        return line;
    }

    /// <summary>A colon that a time or an address holds divides nothing.</summary>
    private static string BeforeColon(string title) => Colon().Split(title, 2)[0].Trim();

    private static string WithoutBrackets(string name) => Brackets().Replace(name, "").Trim() is { Length: > 0 } bare ? bare : name;

    [GeneratedRegex(@"：|:(?=\s|$)|:(?=[^\x00-\x7F])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colon();

    [GeneratedRegex(@"\s*[（(［\[【〔][^）)］\]】〕]*[）)］\]】〕]", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}

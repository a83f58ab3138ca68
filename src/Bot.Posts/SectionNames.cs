using System.Text.RegularExpressions;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>
/// The second line of a contents entry (messages.md, rule 3): up to three names from the section, as the author wrote
/// them. A shortened list ends in …; names are never cut.
/// </summary>
internal sealed partial class SectionNames(Briefing briefing, Texts texts)
{
    private const int Most = 3;

    /// <summary>Null if the section has nothing to name.</summary>
    public string? Of(Section section, IReadOnlyList<Block> blocks) => section.Kind switch
    {
        SectionKind.TechnologyNews or SectionKind.MarketingNews => Join(Distinct(
            briefing.News.Where(item => item.SectionOrder == section.Order).SelectMany(item => item.Companies))),
        SectionKind.Startups => Funding([.. briefing.Funding.Where(round => round.SectionOrder == section.Order)]),
        SectionKind.FutureTech => Join(briefing.DeepDives.Where(dive => dive.SectionOrder == section.Order).Select(dive => BeforeColon(dive.Title))),
        SectionKind.Analysis => Columns(section) ?? Join(Headings(blocks)),
        SectionKind.Insights => Bold(blocks) ?? Join(Headings(blocks)),
        SectionKind.Outlook => Join(briefing.Outlook.Where(outlook => outlook.SectionOrder == section.Order).Select(outlook => WithoutBrackets(outlook.Label))),
        SectionKind.Other => Join(Headings(blocks)),
        _ => null,
    };

    /// <summary>The largest round, or the largest in each currency: nothing is converted.</summary>
    private string? Funding(IReadOnlyList<FundingRound> rounds)
    {
        var largest = rounds
            .Where(round => round.Amount?.Value is not null)
            .GroupBy(round => round.Amount!.Currency)
            .Select(group => group.MaxBy(round => round.Amount!.Value)!)
            .Select(round => $"{round.Company} {Amounts.ShortOrWritten(round.Amount!, texts.Locale)}");
        return Join(largest) is { } names ? texts.Format("Largest", names) : Join(Distinct(rounds.Select(round => round.Company)));
    }

    /// <summary>What is compared: the columns after the first, without bracketed text unless that is all that tells them apart.</summary>
    private string? Columns(Section section)
    {
        var columns = briefing.Tables.FirstOrDefault(table => table.SectionOrder == section.Order)?.Columns.Skip(1).Where(column => column.Length > 0).ToList();
        if (columns is not { Count: > 0 })
        {
            return null;
        }

        var bare = columns.ConvertAll(WithoutBrackets);
        var names = bare.Distinct(StringComparer.Ordinal).Count() == bare.Count ? bare : columns;
        return names.Count == 2 ? string.Join(texts["AndSeparator"], names) : Join(names);
    }

    private static string? Bold(IReadOnlyList<Block> blocks) => blocks
        .SelectMany(Walk.Inlines<EmphasisInline>)
        .Where(emphasis => emphasis.DelimiterCount >= 2)
        .Select(emphasis => FlatText.Plain(emphasis).TrimEnd(':', '：'))
        .FirstOrDefault(phrase => phrase.Length > 0);

    private static IEnumerable<string> Headings(IReadOnlyList<Block> blocks) =>
        blocks.OfType<HeadingBlock>().Select(heading => BeforeColon(FlatText.Plain(heading))).Where(title => title.Length > 0);

    private string? Join(IEnumerable<string> names)
    {
        var all = names.Where(name => name.Length > 0).ToList();
        return all.Count == 0 ? null : string.Join(texts.Separator, all.Take(Most)) + (all.Count > Most ? texts["Ellipsis"] : "");
    }

    private static IEnumerable<string> Distinct(IEnumerable<string> companies) => companies.DistinctBy(CompanyName.Key);

    /// <summary>A colon in a time or an address does not count.</summary>
    private static string BeforeColon(string title) => Colon().Split(title, 2)[0].Trim();

    private static string WithoutBrackets(string name) => Brackets().Replace(name, "").Trim() is { Length: > 0 } bare ? bare : name;

    [GeneratedRegex(@"：|:(?=\s|$)|:(?=[^\x00-\x7F])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colon();

    [GeneratedRegex(@"\s*[（(［\[【〔][^）)］\]】〕]*[）)］\]】〕]", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}

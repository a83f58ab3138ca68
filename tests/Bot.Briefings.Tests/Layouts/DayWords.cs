using System.Globalization;
using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Layouts;

/// <summary>Facts in words, a line each: those of a day, and those that were read.</summary>
internal static class DayWords
{
    private static readonly SectionKind[] Kinds =
    [
        SectionKind.TechnologyNews,
        SectionKind.MarketingNews,
        SectionKind.Startups,
        SectionKind.FutureTech,
        SectionKind.Insights,
        SectionKind.Outlook,
        SectionKind.References,
    ];

    public static string Expected(DayFacts day, Layout layout) =>
        string.Join(
            '\n',
            [
                day.Date.ToString("O", CultureInfo.InvariantCulture),
                .. Enumerable
                    .Range(0, layout.References == ReferenceStyle.Footnotes ? 6 : 7)
                    .Select(section => "section " + SectionKindName.Of(Kinds[section])),
                .. day.Technology.Select(fact => $"technology-news {fact.Headline} [{fact.Citation}]"),
                .. day.Marketing.Select(fact => $"marketing-news {fact.Headline} [{fact.Citation}]"),
                .. day.Rounds.Select(round =>
                    $"round {round.Company} {round.Millions * 1_000_000m:0} series-{char.ToLowerInvariant(round.Series)} {round.Investor} [{round.Citation}]"
                ),
                .. day.Dives.Select(fact => $"dive {fact.Headline} [{fact.Citation}]"),
                .. day.Insights.Select(fact => $"insight {fact.Headline} [{fact.Citation}]"),
                .. day.Outlook.Select(outlook => $"outlook {outlook.Horizon} {outlook.Text} {Window(outlook.Horizon, day.Date)}"),
                .. day.References.Select(reference =>
                    $"reference {reference.Number} {reference.Publisher} {reference.Title} {(layout.References == ReferenceStyle.LinkWithBar ? null : reference.Date.ToString("O", CultureInfo.InvariantCulture))} {reference.Url}"
                ),
            ]
        );

    public static string Actual(Briefing briefing, Layout layout) =>
        string.Join(
            '\n',
            [
                briefing.Date?.ToString("O", CultureInfo.InvariantCulture) ?? "",
                .. briefing.Sections.Select(section => "section " + SectionKindName.Of(section.Kind)),
                .. briefing.News.Select(item => $"{SectionKindName.Of(item.Section)} {item.Headline} [{string.Join(' ', item.Citations)}]"),
                .. briefing.Funding.Select(round =>
                    $"round {round.Company} {round.Amount?.Value:0} {round.Stage} {string.Join(',', round.Investors)} [{string.Join(' ', round.Citations)}]"
                ),
                .. briefing.DeepDives.Select(dive => $"dive {dive.Title} [{string.Join(' ', dive.Citations)}]"),
                .. briefing.Insights.Select(insight => $"insight {insight.Headline} [{string.Join(' ', insight.Citations)}]"),
                .. briefing.Outlook.Select(outlook =>
                    $"outlook {outlook.Horizon} {outlook.Text.TrimEnd('。', '.')} {Month(outlook.From)}-{Month(outlook.To)}"
                ),
                .. briefing.References.Select(reference =>
                    $"reference {reference.Number} {reference.Publisher} {reference.Title?.TrimEnd('.')} {(layout.References == ReferenceStyle.LinkWithBar ? null : reference.Date)} {reference.Url}"
                ),
            ]
        );

    private static string Window(Horizon horizon, DateOnly day) =>
        horizon switch
        {
            Horizon.Short => "-" + Month(day.AddMonths(6)),
            Horizon.Medium => Month(day.AddMonths(12)) + "-" + Month(day.AddMonths(24)),
            _ => "2031/01-",
        };

    private static string Month(DateOnly? month) => month?.ToString("yyyy/MM", CultureInfo.InvariantCulture) ?? "";
}

using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Archive.Tests.Saving;

/// <summary>Briefings built as data, to test storing independently of the reader.</summary>
internal static class HandMade
{
    public static readonly DateOnly Day = new(2026, 1, 6);

    /// <summary>The source stands for the content: use a different one for a different briefing.</summary>
    public static SaveRequest Request(Briefing briefing, string source, string series = "us-ai", bool held = false) =>
        new()
        {
            Series = series,
            Date = Day,
            Reading = new BriefingReading(briefing, new MarkdownDocument(), [], [], [], source),
            Origin = "cli",
            IsHeld = held,
        };

    public static NewsItem News(string headline, string text = "", params string[] companies) =>
        new()
        {
            Section = SectionKind.TechnologyNews,
            SectionOrder = 1,
            Headline = headline,
            Companies = companies,
            Markdown = $"- **{headline}**: {text} [1]",
            Citations = [1],
            Position = new TextPosition(5, 1),
        };

    public static FundingRound Round(string company, decimal? amount = 20_000_000_000m, params string[] investors) =>
        new()
        {
            SectionOrder = 2,
            Company = company,
            Amount = amount is null ? null : new Money(amount, null, null, "USD", false, $"{amount:0.###}ドル"),
            Investors = investors,
            Markdown = $"| **{company}** | {amount:0.###}ドル | {string.Join(", ", investors)} | [1] |",
            Fields =
            [
                new FundingField(FieldRole.Company, "企業名", $"**{company}**"),
                new FundingField(FieldRole.Amount, "調達額", $"{amount:0.###}ドル"),
                new FundingField(FieldRole.Investors, "主要投資家", string.Join(", ", investors)),
                new FundingField(FieldRole.Citations, "引用", "[1]"),
            ],
            Citations = [1],
            Position = new TextPosition(9, 1),
        };

    public static Reference Source(int number, string title, string? url = null) =>
        new(number, "Ledger Post", "2026-01-06", title, url, new TextPosition(20 + number, 1))
        {
            Text = $"Ledger Post. (2026, January 6). {title}. {url}",
        };

    public static Briefing Briefing(
        IReadOnlyList<NewsItem>? news = null,
        IReadOnlyList<FundingRound>? funding = null,
        IReadOnlyList<Reference>? references = null
    ) =>
        new()
        {
            Date = Day,
            Title = "今日のUS AI動向サマリー 2026年1月6日：見出し",
            Sections =
            [
                new Section(SectionKind.TechnologyNews, "🔥 AI基盤技術ニュース", 1, news?.Count ?? 0, new TextPosition(3, 1)),
                new Section(SectionKind.Startups, "🚀 新興企業・スタートアップ動向", 2, funding?.Count ?? 0, new TextPosition(7, 1)),
                new Section(SectionKind.References, "参考文献", 3, references?.Count ?? 0, new TextPosition(19, 1)),
            ],
            News = news ?? [],
            Funding = funding ?? [],
            References = references ?? [],
        };
}

using System.Text;
using System.Text.RegularExpressions;
using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Reading;

/// <summary>The same briefing in another author's hand: each rewriting changes how a document looks and nothing that it says.</summary>
internal static partial class Rewriting
{
    private const char SectionBreak = '\f';

    private static readonly Dictionary<SectionKind, string> EnglishHeadings = new()
    {
        [SectionKind.TechnologyNews] = "AI infrastructure and models",
        [SectionKind.MarketingNews] = "Marketing and advertising",
        [SectionKind.Startups] = "Startups and funding",
        [SectionKind.FutureTech] = "Future technologies",
        [SectionKind.Analysis] = "In-depth analysis",
        [SectionKind.Insights] = "Strategic insights",
        [SectionKind.Outlook] = "Outlook",
        [SectionKind.References] = "References",
    };

    private static readonly (string Japanese, string English)[] EnglishLabels =
    [
        ("短期（〜1年）", "Short term (up to 1 year)"),
        ("中期（1〜3年）", "Medium term (1-3 years)"),
        ("長期（3年〜）", "Long term (3 years and beyond)"),
        ("| 企業名 |", "| Company |"),
        ("| 企業 |", "| Company |"),
        ("| 会社 |", "| Company |"),
        ("| 調達額/評価額 |", "| Raised / Valuation |"),
        ("| 調達額／評価額 |", "| Raised / Valuation |"),
        ("| 調達額（評価額） |", "| Raised (valuation) |"),
        ("| 調達額 |", "| Raised |"),
        ("| 金額 |", "| Amount |"),
        ("| 評価額 |", "| Valuation |"),
        ("| ラウンド |", "| Round |"),
        ("| ステージ |", "| Stage |"),
        ("| 主要投資家 |", "| Lead investors |"),
        ("| 投資家 |", "| Investors |"),
        ("| 出資者 |", "| Backers |"),
        ("| 概要 |", "| What it does |"),
        ("| 引用 |", "| Ref |"),
        ("| 出典 |", "| Source |"),
    ];

    public static string WindowsLines(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    public static string OtherBullets(string text) => ByLine(text, line => Bullet().Replace(line, "$1+ "));

    public static string OtherNumbering(string text) => ByLine(text, line => Numbered().Replace(line, "$1$2) "));

    public static string WithoutEmojiInHeadings(string text) =>
        ByLine(text, line => line.StartsWith('#') ? EmojiMark().Replace(line, "") : line);

    public static string UnderlinedHeadings(string text) =>
        ByLine(
            text,
            line =>
                line.StartsWith("# ", StringComparison.Ordinal) ? $"{line[2..]}\n==="
                : line.StartsWith("## ", StringComparison.Ordinal) && !char.IsAsciiDigit(line[3]) ? $"\n{line[3..]}\n---"
                : line
        );

    public static string ClosedHeadings(string text) => ByLine(text, line => line.StartsWith('#') ? line + " ##" : line);

    public static string MoreBlankLines(string text) => ByLine(text, line => line.Length == 0 ? "\n  " : line);

    public static string FullWidthDigits(string text) =>
        ByLine(text, line => WideDigits(line, c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));

    public static string LenticularCitations(string text) => Body(text, line => Mark().Replace(line, "【$1】"));

    public static string FullWidthCitations(string text) => Body(text, line => Mark().Replace(line, "［$1］"));

    public static string RowsWithoutOuterPipes(string text) =>
        ByLine(text, line => OuterPipes().Match(line) is { Success: true } row ? row.Groups[1].Value : line);

    public static string SectionsBackwards(string text)
    {
        // What stands behind the last rule belongs to no section and stays last.
        var rule = text.LastIndexOf("\n\n---\n", StringComparison.Ordinal);
        var end = rule > text.LastIndexOf("\n## ", StringComparison.Ordinal) ? rule : text.Length;
        var parts = ByLine(text[..end], line => line.StartsWith("## ", StringComparison.Ordinal) ? SectionBreak + line : line)
            .Split(SectionBreak);
        return string.Concat(parts.Take(1).Concat(parts.Skip(1).Reverse()).Select(part => part.TrimEnd('\n') + "\n\n")) + text[end..];
    }

    public static string EnglishFrame(string text, Briefing briefing)
    {
        var kinds = briefing.Sections.ToDictionary(section => section.Position.Line, section => section.Kind);
        var rewritten = text.Split('\n')
            .Select(
                (line, index) =>
                    line.StartsWith("## ", StringComparison.Ordinal)
                    && kinds.TryGetValue(index + 1, out var kind)
                    && EnglishHeadings.TryGetValue(kind, out var heading)
                        ? "## " + heading
                        : line
            );
        return EnglishLabels.Aggregate(
            string.Join('\n', rewritten),
            (current, label) => current.Replace(label.Japanese, label.English, StringComparison.Ordinal)
        );
    }

    /// <summary>Every line outside code fences, front matter and setext headings' rules.</summary>
    private static string ByLine(string text, Func<string, string> rewrite)
    {
        var fenced = false;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            fenced ^= lines[i].StartsWith("```", StringComparison.Ordinal);
            lines[i] = fenced || lines[i].StartsWith("```", StringComparison.Ordinal) ? lines[i] : rewrite(lines[i]);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Lines before the last section, which is that of the references.</summary>
    private static string Body(string text, Func<string, string> rewrite)
    {
        var last = text.LastIndexOf("\n## ", StringComparison.Ordinal);
        return last < 0 ? text : ByLine(text[..last], rewrite) + text[last..];
    }

    /// <summary>Digits outside addresses, code, tags, rules of tables and the markers of lists and references.</summary>
    private static string WideDigits(string line, Func<char, char> widen)
    {
        var rewritten = new StringBuilder(line);
        var kept = Kept().Matches(line).Select(match => (Start: match.Index, End: match.Index + match.Length)).ToList();
        for (var i = 0; i < line.Length; i++)
        {
            if (!kept.Exists(span => span.Start <= i && i < span.End))
            {
                rewritten[i] = widen(line[i]);
            }
        }

        return rewritten.ToString();
    }

    [GeneratedRegex(@"^( *)[-*] (?!\[)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^( *)(\d+)\. ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[\p{So}\p{Sk}\uFE0F\u200D]|\p{Cs}{2}")]
    private static partial Regex EmojiMark();

    [GeneratedRegex(@"(?<![\\\]!`])\[(\d+)\](?!\(|:)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\| (?=[^\s|#-])(.+[^\s|]) \|$")]
    private static partial Regex OuterPipes();

    [GeneratedRegex(@"https?://[^\s)>]+|\]\([^)]*\)|`[^`]*`|<[^>]*>|^ *\d+[.)]|&#?\w+;|\d+[A-Za-z]+|[A-Za-z]+\d+|^\|?[-: |]+$")]
    private static partial Regex Kept();
}

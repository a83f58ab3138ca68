using System.Globalization;
using System.Text;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Slack.Rendering;
using Bot.Slack.Tests.Infrastructure;
using CsCheck;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Any Markdown, any length, any Unicode: every message passes Slack's rules, and together they contain everything.</summary>
public sealed class SplittingTests
{
    private static readonly string[] Words =
    [
        "評価",
        "AI",
        "NVIDIA",
        "👨‍👩‍👧",
        "é",
        "ｶﾞ",
        "が",
        "🇯🇵",
        "&",
        "<!channel>",
        "*",
        "**",
        "_",
        "`",
        "|",
        "~~",
        "\\",
        "[",
        "](",
        "<b>",
        "。",
        "、",
        "（",
        "」",
        "「",
        " ",
        "  ",
        "\n",
        "[1]",
        "[2,3]",
        "[7]",
        "**太字**",
        "*斜体*",
        "`code`",
        "[公式](https://a.example/x)",
        "<https://b.example>",
        "&amp;",
        "𠮷",
        "\u200B",
        "\u202E",
    ];

    private static readonly string[] Openings =
    [
        "",
        "- ",
        "  - ",
        "    - ",
        "1. ",
        "7. ",
        "> ",
        "> - ",
        "### ",
        "#### ",
        "    ",
        "```\n",
        "| a | b |\n|---|---|\n| ",
        "| a | b | c | d |\n|-|-|-|-|\n| ",
    ];

    private static readonly Gen<string> Line =
        from opening in Gen.Int[0, Openings.Length - 1].Select(at => Openings[at])
        from words in Gen.OneOf(
            Gen.Int[0, Words.Length - 1].Select(at => Words[at]),
            Gen.String[Gen.Char['あ', 'ん'], 1, 40],
            Gen.String[0, 8]
        ).Array[0, 60]
        select opening + string.Concat(words);

    /// <summary>Markdown of any kind and length.</summary>
    internal static readonly Gen<string> Document =
        from lines in Line.Array[1, 40]
        from times in Gen.Frequency((6, Gen.Const(1)), (2, Gen.Int[2, 6]), (1, Gen.Int[20, 60]))
        from gap in Gen.Bool.Select(tight => tight ? "\n" : "\n\n")
        select string.Concat(Enumerable.Repeat(string.Join(gap, lines) + "\n\n", times));

    private const string References =
        "\n## 参考文献\n\n[1] A社. (2026, January 5). *甲*. https://a.example/1\n\n[2] B社. (2026, January 5). *乙*. https://b.example/2\n";

    [Fact]
    public void F4_Any_section_passes_and_is_whole() =>
        Document.Sample(
            body => Check($"# 題 2026年1月11日：見出し\n\n要旨です。{body}\n\n## 戦略的な示唆\n\n{body}{References}"),
            iter: 300,
            threads: 1,
            print: body => body.Length > 2000 ? body[..2000] + "…" : body
        );

    [Fact]
    public void F5_What_is_read_and_rendered_again_is_split_at_the_same_places() =>
        Document.Sample(body => Assert.Equal(Parts(body), Parts(body)), iter: 40, threads: 1);

    [Theory]
    [InlineData("段落", 20_000)]
    [InlineData("a", 20_000)]
    [InlineData("これは文です。", 3_000)]
    [InlineData("👨‍👩‍👧", 3_000)]
    [InlineData("[1]", 3_000)]
    [InlineData("**太** ", 3_000)]
    [InlineData("[錨](https://dock.example/a) ", 2_000)]
    [InlineData("- 項目\n", 2_000)]
    [InlineData("> 引用\n", 2_000)]
    [InlineData("    code\n", 2_000)]
    [InlineData("### 小見出し\n\n本文\n\n", 600)]
    public void F4_Any_length_is_split(string piece, int times) =>
        Check($"# 題 2026年1月11日：見出し\n\n## 戦略的な示唆\n\n{string.Concat(Enumerable.Repeat(piece, times))}{References}");

    [Theory]
    [InlineData("`", "`")]
    [InlineData("```\n", "\n```")]
    [InlineData("[", "](https://dock.example/a)")]
    [InlineData("- ", "")]
    [InlineData("> ", "")]
    [InlineData("### ", "")]
    [InlineData("| a | b |\n|---|---|\n| ", " | x |")]
    public void F4_One_thing_longer_than_a_message_is_split(string before, string after) =>
        Check(
            $"# 題 2026年1月11日：見出し\n\n## 戦略的な示唆\n\n{before}{string.Concat(Enumerable.Repeat("長い", 12_000))}{after}\n{References}"
        );

    [Fact]
    public void F4_A_headline_longer_than_a_message_is_said_whole_once() =>
        Check(
            $"# {string.Concat(Enumerable.Repeat("題", 15_000))}\n\n要旨です。\n\n## {string.Concat(Enumerable.Repeat("節", 15_000))}\n\n本文です。\n"
        );

    [Fact]
    public void A_section_of_several_parts_marks_them_and_names_the_sources_each_cites()
    {
        var body = string.Concat(Enumerable.Range(1, 400).Select(at => $"これは{at}番目の文です[{(at < 200 ? 1 : 2)}]。"));
        var message = Compose.Thread($"# 題 2026年1月11日：見出し\n\n## 戦略的な示唆\n\n{body}\n{References}").Sections[0].Message;

        var parts = SlackRenderer.Render(message).Select(Readable.Of).ToList();

        Assert.True(parts.Count > 1);
        Assert.All(parts.Index(), part => Assert.Contains($"（{part.Index + 1}/{parts.Count}）", part.Item, StringComparison.Ordinal));
        Assert.Contains("|[1] A社>", parts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("|[2] B社>", parts[0], StringComparison.Ordinal);
        Assert.Contains("|[2] B社>", parts[^1], StringComparison.Ordinal);
    }

    private static List<string> Parts(string body) =>
        [
            .. Compose
                .Messages(Compose.Thread($"# 題 2026年1月11日：見出し\n\n要旨です。{body}\n\n## 戦略的な示唆\n\n{body}{References}"))
                .SelectMany(message => SlackRenderer.Render(message.Message)),
        ];

    private static void Check(string markdown)
    {
        foreach (var (name, message) in Compose.Messages(Compose.Thread(markdown)))
        {
            var expected = Letters(Said(message));
            var parts = SlackRenderer.Render(message);

            Assert.All(parts, part => Assert.Empty(SlackRules.Broken(part)));
            var said = Letters(string.Concat(parts.Select(SlackRules.Words)));
            var lost = expected.Where(letter => said.GetValueOrDefault(letter.Key) < letter.Value).Select(letter => letter.Key).ToList();
            Assert.True(lost.Count == 0, $"{name} lost {string.Concat(lost)}");
        }
    }

    /// <summary>What readers must find again: the letters of the message, without citation numbers.</summary>
    private static string Said(Message message) => FlatText.Plain(message.Body);

    /// <summary>The count of each grapheme of letters: one that was split would be missing.</summary>
    private static Dictionary<string, int> Letters(string text) =>
        Graphemes
            .Of(text)
            .Where(grapheme =>
                grapheme
                    .EnumerateRunes()
                    .Any(rune => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
            )
            .GroupBy(grapheme => grapheme, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}

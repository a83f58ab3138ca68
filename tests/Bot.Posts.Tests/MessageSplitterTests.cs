using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using CsCheck;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests;

/// <summary>Rule 14, measured by the length of the text form.</summary>
public class MessageSplitterTests
{
    [Fact]
    public void A_message_that_fits_stays_as_it_is()
    {
        var message = Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups);
        Assert.Same(message, Assert.Single(Split(message, 100_000)));
    }

    [Fact]
    public void Rule_14_parts_repeat_the_heading_with_their_number_and_name_the_sources_they_cite()
    {
        var parts = Split(Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups), 420);
        Assert.True(parts.Count > 1);
        for (var at = 0; at < parts.Count; at++)
        {
            var text = TextRenderer.Render(parts[at]);
            Assert.StartsWith($"🚀 新興企業・スタートアップ動向　5社（{at + 1}/{parts.Count}）\n", text, StringComparison.Ordinal);
            var cited = parts[at].Body.SelectMany(Walk.Inlines<CitationInline>).SelectMany(citation => citation.Numbers).ToHashSet();
            var named = Compose
                .Roles(parts[at], BlockRole.Sources)
                .SelectMany(Walk.Inlines<LinkInline>)
                .Select(link => FlatText.Plain(link).Split(' ')[0].Trim('[', ']'));
            Assert.Equal(cited.Order().Select(number => $"{number}"), named.Order());
        }
    }

    [Fact]
    public void An_English_part_is_numbered_in_its_own_brackets() =>
        Assert.StartsWith(
            "🚀 新興企業・スタートアップ動向 · 5 companies (1/",
            TextRenderer.Render(Split(Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups, Locale.English), 420)[0]),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_card_that_fits_a_part_is_not_torn_apart()
    {
        var cards = Split(Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups), 420)
            .SelectMany(part => Compose.Roles(part, BlockRole.Card))
            .ToList();
        Assert.Equal(5, cards.Count);
    }

    [Fact]
    public void A_long_table_is_split_by_rows_under_its_header()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(row => $"| 軸{row} | 甲{row} |\n"));
        var parts = Split(
            Compose.Message("# T 2026年3月4日：h\n\n## 詳細分析\n\n| 軸 | 甲 |\n|---|---|\n" + rows, SectionKind.Analysis),
            300
        );
        Assert.True(parts.Count > 1);
        Assert.All(parts.SelectMany(part => part.Body.OfType<Table>()), table => Assert.True(((TableRow)table[0]).IsHeader));
        Assert.Equal(40, parts.SelectMany(part => part.Body.Descendants<TableRow>()).Count(row => !row.IsHeader));
    }

    [Fact]
    public void A_long_paragraph_is_split_after_a_sentence()
    {
        var text = string.Concat(Enumerable.Range(1, 60).Select(at => $"これは{at}番目の文です。"));
        var parts = Split(Compose.Message($"# T 2026年3月4日：h\n\n## 洞察\n\n{text}\n", SectionKind.Insights), 200);
        Assert.True(parts.Count > 3);
        Assert.All(parts, part => Assert.EndsWith("。\n", TextRenderer.Render(part), StringComparison.Ordinal));
        Assert.Equal(text, string.Concat(parts.Select(part => FlatText.Plain(part.Body[1]))));
    }

    [Fact]
    public void A_text_without_sentences_is_split_between_graphemes()
    {
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 100));
        var parts = Split(Compose.Message($"# T 2026年3月4日：h\n\n## 洞察\n\n{text}\n", SectionKind.Insights), 200);
        Assert.Equal(text, string.Concat(parts.Select(part => FlatText.Plain(part.Body[1]))));
        Assert.All(parts, part => Assert.Equal(0, FlatText.Plain(part.Body[1]).Length % "👨‍👩‍👧".Length));
    }

    [Fact]
    public void A_link_or_citation_is_never_cut()
    {
        var link = "[" + new string('錨', 50) + "](https://dock.example/a)";
        var parts = Split(
            Compose.Message(
                "# T 2026年3月4日：h\n\n## 洞察\n\n" + string.Concat(Enumerable.Repeat(link + "と[12]", 12)) + "\n",
                SectionKind.Insights
            ),
            300
        );
        Assert.True(parts.Count > 1);
        Assert.Equal(
            12,
            parts.SelectMany(part => part.Body.SelectMany(Walk.Inlines<LinkInline>)).Count(found => FlatText.Plain(found).Length == 50)
        );
        Assert.Equal(12, parts.SelectMany(part => part.Body.SelectMany(Walk.Inlines<CitationInline>)).Count());
    }

    [Fact]
    public void A_link_longer_than_a_part_becomes_its_text()
    {
        var parts = Split(
            Compose.Message($"# T 2026年3月4日：h\n\n## 洞察\n\n[{new string('錨', 900)}](https://dock.example/a)\n", SectionKind.Insights),
            300
        );
        Assert.True(parts.Count > 3);
        Assert.Equal(900, parts.Sum(part => FlatText.Plain(part.Body[1]).Length));
    }

    [Fact]
    public void A_link_that_fits_a_part_stays_a_link_where_the_part_before_is_nearly_full()
    {
        var link = $"[{new string('錨', 80)}](https://dock.example/a)";
        var parts = Split(
            Compose.Message(
                $"# T 2026年3月4日：h\n\n## 洞察\n\n{new string('港', 150)}\n\n{link}{new string('岸', 400)}\n",
                SectionKind.Insights
            ),
            200
        );

        var found = Assert.Single(parts.SelectMany(part => part.Body.SelectMany(Walk.Inlines<LinkInline>)));
        Assert.Equal(new string('錨', 80), FlatText.Plain(found));
        Assert.Equal(400, parts.Sum(part => FlatText.Plain(part.Body[^1]).Count(letter => letter == '岸')));
    }

    [Fact]
    public void A_link_of_many_pieces_that_becomes_text_keeps_their_order_and_each_once()
    {
        var pieces = string.Concat(Enumerable.Range(1, 60).Select(number => $"**第{number}号**と*錨{number}*の`浮標{number}`、"));
        var parts = Split(
            Compose.Message(
                $"# T 2026年3月4日：h\n\n## 洞察\n\n甲[{pieces}](https://dock.example/a)乙[{pieces}](https://dock.example/b)丙\n",
                SectionKind.Insights
            ),
            160
        );

        var text = pieces.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        Assert.Equal($"甲{text}乙{text}丙", string.Concat(parts.Select(part => FlatText.Plain(part.Body[1]))));
    }

    [Fact]
    public void A_subheading_stands_with_what_it_heads()
    {
        var parts = Split(
            Compose.Message(
                $"# T 2026年3月4日：h\n\n## 未来技術\n\n### 甲\n\n{new string('あ', 150)}。\n\n### 乙\n\n{new string('い', 150)}。\n",
                SectionKind.FutureTech
            ),
            200
        );
        Assert.All(parts, part => Assert.IsNotType<HeadingBlock>(part.Body.LastChild));
    }

    [Fact]
    public void Buttons_stay_on_the_last_part()
    {
        var message = Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups) with
        {
            Buttons = [new Button("出典", "sources", "", "us-ai", null)],
        };
        var parts = Split(message, 420);
        Assert.Equal([.. Enumerable.Repeat(0, parts.Count - 1), 1], parts.Select(part => part.Buttons.Count));
    }

    [Fact]
    public void A_measure_that_nothing_fits_still_ends()
    {
        var message = Compose.Message(Compose.Fixture("lantern.ja.md"), SectionKind.Startups);
        Assert.NotEmpty(new MessageSplitter(_ => false).Split(message));
    }

    [Fact]
    public void Every_section_of_any_size_fits_its_parts_and_loses_no_word() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[160, 2000], Gen.Bool)
            .Sample(
                (section, limit, odd) =>
                {
                    var markdown = Compose.Fixture(odd ? "odd-shapes.md" : "lantern.ja.md");
                    var sections = Compose.Thread(markdown).Sections;
                    var message = sections[section % sections.Count].Message;
                    var before = Letters(FlatText.Plain(message.Body));
                    var parts = Split(message, limit);
                    Assert.All(
                        parts,
                        part =>
                            Assert.True(
                                Length([.. part.Body]) <= limit,
                                $"{Length([.. part.Body])} > {limit}:\n{TextRenderer.Render(part)}"
                            )
                    );
                    var after = Letters(string.Concat(parts.Select(part => FlatText.Plain(part.Body))));
                    Assert.True(before.Keys.All(letter => after.GetValueOrDefault(letter) >= before[letter]));
                    var again = Split(Compose.Thread(markdown).Sections[section % sections.Count].Message, limit);
                    Assert.Equal(parts.Select(TextRenderer.Render), again.Select(TextRenderer.Render));
                },
                iter: 120
            );

    /// <summary>With inlines of every kind in any order, in blocks of any kind, the parts together say the same as the whole.</summary>
    [Fact]
    public void Parts_of_any_size_join_to_the_whole_whatever_the_text_is_made_of() =>
        Gen.Select(Pieces.Array[1, 60].Array[1, 6], Gen.Int[0, 3], Gen.Int[140, 900])
            .Sample(
                (paragraphs, opening, limit) =>
                {
                    var text = string.Join(
                        "\n\n",
                        paragraphs.Select(pieces => new[] { "", "- ", "> ", "1. " }[opening] + string.Concat(pieces))
                    );
                    var markdown = $"# T 2026年3月4日：h\n\n## 洞察\n\n{text}\n";
                    var whole = Words(Compose.Message(markdown, SectionKind.Insights));
                    var parts = Split(Compose.Message(markdown, SectionKind.Insights), limit);
                    Assert.Equal(whole, string.Concat(parts.Select(Words)));
                },
                iter: 200,
                threads: 1
            );

    private static readonly string[] Kinds =
    [
        "港。",
        "**灯台と*浮標*の話**",
        "*斜めの`符`*",
        "`code`",
        "[錨](https://dock.example/a)",
        "[**太い**錨と`符`と*波*](https://dock.example/b)",
        "[7]",
        "[8,9]",
        "👨‍👩‍👧",
        "~~消した~~",
        "**[結び](https://dock.example/c)**",
        "word and word. ",
        "　",
        "、",
    ];

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.String[Gen.Char['あ', 'ん'], 1, 30],
        Gen.Int[0, Kinds.Length - 1].Select(at => Kinds[at])
    );

    /// <summary>The body without its heading, its sources, and anything a split may remove (white space between blocks).</summary>
    private static string Words(Message message) =>
        string.Concat(
            message
                .Body.Where(block => block is not (HeadingBlock or RoleBlock { Role: BlockRole.Sources or BlockRole.Headline }))
                .Select(FlatText.Plain)
                .SelectMany(text => text)
                .Where(letter => !char.IsWhiteSpace(letter))
        );

    private static Dictionary<char, int> Letters(string text) =>
        text.Where(char.IsLetterOrDigit).GroupBy(c => c).ToDictionary(group => group.Key, group => group.Count());

    private static IReadOnlyList<Message> Split(Message message, int limit) =>
        new MessageSplitter(blocks => Length(blocks) <= limit).Split(message);

    private static int Length(IReadOnlyList<Block> blocks)
    {
        var document = new MarkdownDocument();
        foreach (var block in blocks)
        {
            document.Add(Copy.Of(block));
        }

        return TextRenderer.Render(new Message(document)).Length;
    }
}

using System.Text;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using CsCheck;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Bot.Posts.Tests;

/// <summary>Rule 5: every word of a section stands in its post, every word of the lead in the root.</summary>
public class NothingIsLostTests
{
    public static TheoryData<string, Locale> OwnFixtures()
    {
        var data = new TheoryData<string, Locale>();
        foreach (var name in new[] { "lantern.ja.md", "ferry.en.md", "hostile.ja.md", "odd-shapes.md" })
        {
            data.Add(name, Locale.Japanese);
            data.Add(name, Locale.English);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OwnFixtures))]
    public void Every_word_of_an_own_fixture_is_in_its_thread(string name, Locale locale) => NothingIsLost(Compose.Fixture(name), locale);

    [Fact]
    public void Every_word_of_the_corpus_is_in_its_threads()
    {
        if (Environment.GetEnvironmentVariable("BOT_SHARED") is not { Length: > 0 } shared)
        {
            Assert.Skip("BOT_SHARED does not name the folder with the sample briefings.");
            return;
        }

        var files = Directory.GetFiles(Path.Combine(shared, "briefings"), "20??-??-??*.md", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            NothingIsLost(File.ReadAllText(file), Locale.Japanese);
            NothingIsLost(File.ReadAllText(file), Locale.English);
        }
    }

    [Fact]
    public void No_order_or_shape_of_blocks_loses_a_word()
    {
        string[] blocks =
        [
            "- **Alpha、発表**: 本文 [1]。\n- 二つ目\n  - 入れ子\n\n  続き\n",
            "1. 一つ目\n2. **太字**二つ目\n",
            "段落です。**強調**と[リンク](https://x.example)。\n",
            "> 引用 [2]\n>\n> - 引用の中\n",
            "| 企業名 | 調達額 | 投資家 | 備考 |\n|---|---|---|---|\n| **Beta** | 3億ドル（シード） / 9億ドル | Gamma、Delta | 余談 |\n| Epsilon | 非公開 | - | |\n| 合計 | 3億ドル | | 計 |\n",
            "| 観点 | 甲 |\n|---|---|\n| 速さ | 一 |\n",
            "### 小見出し: 副題\n\n小見出しの本文。\n",
            "### 短期（〜1年）：備え\n\n備えの本文。\n",
            "- **短期（〜1年）**: **芽**が出ます。\n\n  追記です。\n- 長期: 実ります。\n",
            "```\ncode 見本\n```\n",
            "[3] Zeta Post. (2026, May 3). *Words that stay*. https://zeta.example/w\n",
            "- [4] Eta、読み物、要登録。\n",
        ];
        string[] headings = ["## AIニュース", "## 資金調達", "## 展望", "## 未来技術", "## 分析", "## 洞察", "## 港", "## 参考文献"];
        Gen.Select(
                Gen.Int[0, headings.Length - 1].Select(at => headings[at]),
                Gen.Int[0, blocks.Length - 1].Select(at => blocks[at]).Array[0, 4]
            )
            .Array[1, 4]
            .Sample(
                sections =>
                    NothingIsLost(
                        "# 朝刊 2026年3月4日：見出し\n\n前文です。\n\n"
                            + string.Join('\n', sections.Select(section => section.Item1 + "\n\n" + string.Join('\n', section.Item2))),
                        Locale.Japanese
                    ),
                iter: 1_000
            );
    }

    internal static void NothingIsLost(string markdown, Locale locale)
    {
        var reading = Compose.Read(markdown);
        var briefing = reading.Briefing;

        // What each section says, before the composer takes the tree apart.
        var sources = reading
            .Sections.Select((blocks, at) => (Section: briefing.Sections[at], Words: Words(string.Join(' ', blocks.Select(Said))).ToList()))
            .ToList();
        var preface = Words(string.Join(' ', reading.Preface.Where(block => block is not YamlFrontMatterBlock).Select(FlatText.Plain)))
            .ToList();
        var thread = PostComposer.Compose(reading, Compose.Context(locale));
        foreach (var ((section, words), post) in sources.Zip(thread.Sections))
        {
            var shown = Shown(post.Message) + string.Join(' ', Spoken(section, briefing, locale));
            var kept = Words(shown).ToHashSet(StringComparer.Ordinal);
            var lost = words.Where(word => !kept.Contains(word)).ToList();
            Assert.True(lost.Count == 0, $"{section.Heading} lost {string.Join(", ", lost.Take(5))} in\n{shown}");
        }

        var root = Words(Shown(thread.Root)).ToHashSet(StringComparer.Ordinal);
        Assert.All(preface, word => Assert.Contains(word, root));
    }

    /// <summary>All but a first column that only numbers the rows.</summary>
    private static string Said(Block block)
    {
        if (
            block is not Table table
            || table.OfType<TableRow>().Where(row => !row.IsHeader).Index().Any(row => FlatText.Plain(row.Item[0]) != $"{row.Index + 1}")
        )
        {
            return FlatText.Plain(block);
        }

        return string.Join(' ', table.OfType<TableRow>().SelectMany(row => row.Skip(1)).Select(FlatText.Plain));
    }

    /// <summary>As text, and without the addresses that stand behind links there.</summary>
    private static string Shown(Message message) =>
        TextRenderer.Render(message) + string.Join('\n', message.Body.Select(FlatText.Plain)) + '\n';

    /// <summary>
    /// What the frame says in words of its own: labels in place of a funding table's headers, a source's date, citation marks.
    /// </summary>
    private static IEnumerable<string> Spoken(Section section, Briefing briefing, Locale locale)
    {
        // A break is shown as one.
        yield return "BR";
        foreach (var field in briefing.Funding.Where(round => round.SectionOrder == section.Order).SelectMany(round => round.Fields))
        {
            yield return field.Header;
        }

        if (section.Kind == SectionKind.References)
        {
            yield return "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER"
                + " JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC 年 月 日"
                // A month in figures is a name in an English frame.
                + (locale == Locale.English ? " 1 2 3 4 5 6 7 8 9 10 11 12 01 02 03 04 05 06 07 08 09" : "");
        }
    }

    /// <summary>Runs of digits, of ASCII letters and of other letters, as comparing folds them.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var last = 0;
        foreach (var c in Invisible.Drop(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            var kind =
                char.IsDigit(c) ? 1
                : char.IsAsciiLetter(c) ? 2
                : char.IsLetter(c) ? 3
                : 0;
            if (kind != last && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (kind > 0)
            {
                word.Append(c);
            }

            last = kind;
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}

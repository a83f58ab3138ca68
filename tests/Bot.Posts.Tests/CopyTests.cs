using System.Globalization;
using System.Text;
using Bot.Briefings.Citations;
using Bot.Chat.Messages;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests;

/// <summary>Answers share composed trees and take copies, so a copy must have all that a renderer may look at.</summary>
public class CopyTests
{
    [Theory]
    [InlineData("lantern.ja.md")]
    [InlineData("ferry.en.md")]
    [InlineData("hostile.ja.md")]
    [InlineData("odd-shapes.md")]
    public void A_copied_message_has_the_same_tree(string name) => IsCopied(Compose.Fixture(name));

    [Fact]
    public void Code_keeps_its_language_and_a_citation_its_link() =>
        IsCopied(
            "# 1月6日\n\n## 技術\n\n- **Quillstone**: 版 [3](https://one.example/a) と **強調**、[読む](https://one.example/b)\n\n```json\n{}\n```\n\n| 項目 | 値 |\n|:--|--:|\n| a | b |\n"
        );

    [Fact]
    public void A_copied_message_of_the_corpus_has_the_same_tree()
    {
        if (Environment.GetEnvironmentVariable("BOT_SHARED") is not { Length: > 0 } shared)
        {
            Assert.Skip("BOT_SHARED does not name the folder with the sample briefings.");
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(shared, "briefings"), "20*.md"))
        {
            IsCopied(File.ReadAllText(file));
        }
    }

    private static void IsCopied(string markdown)
    {
        var thread = Compose.Thread(markdown);
        foreach (var message in thread.Sections.Select(section => section.Message).Prepend(thread.Root))
        {
            var (before, copy) = (Dump(message.Body), message.Copied());
            Assert.Equal(before, Dump(copy.Body));
            // The copy is another tree.
            Assert.Equal(before, Dump(message.Body));
            Assert.Equal(message with { Body = copy.Body }, copy);
        }
    }

    private static string Dump(MarkdownDocument body)
    {
        var text = new StringBuilder();
        foreach (var block in body)
        {
            Write(text, block, 0);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block, int depth)
    {
        text.Append(' ', depth).Append(block.GetType().Name).Append(' ');
        text.Append(
                block switch
                {
                    HeadingBlock heading => heading.Level.ToString(CultureInfo.InvariantCulture),
                    RoleBlock role => role.Role.ToString(),
                    ListBlock list => $"{list.IsOrdered} {list.BulletType} {list.OrderedStart} {list.OrderedDelimiter} {list.IsLoose}",
                    ListItemBlock item => item.Order.ToString(CultureInfo.InvariantCulture),
                    Table table => string.Join(',', table.ColumnDefinitions.Select(column => column.Alignment)),
                    TableRow row => row.IsHeader.ToString(),
                    FencedCodeBlock fenced => $"{fenced.Info} {fenced.Lines}",
                    CodeBlock code => code.Lines.ToString(),
                    _ => "",
                }
            )
            .Append('\n');
        if (block is LeafBlock { Inline: { } inline })
        {
            Write(text, inline, depth + 1);
        }

        foreach (var child in block as ContainerBlock ?? Enumerable.Empty<Block>())
        {
            Write(text, child, depth + 1);
        }
    }

    private static void Write(StringBuilder text, Inline inline, int depth)
    {
        text.Append(' ', depth).Append(inline.GetType().Name).Append(' ');
        text.Append(
                inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    LineBreakInline line => line.IsHard.ToString(),
                    EmphasisInline emphasis => $"{emphasis.DelimiterChar}{emphasis.DelimiterCount}",
                    LinkInline link => link.Url,
                    CitationInline citation =>
                        $"{string.Join(',', citation.Numbers)} {citation.Url} {citation.WrittenUrl} {string.Join(',', citation.Sources)}",
                    _ => "",
                }
            )
            .Append('\n');
        foreach (var child in inline as ContainerInline ?? Enumerable.Empty<Inline>())
        {
            Write(text, child, depth + 1);
        }
    }
}

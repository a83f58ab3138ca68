using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Bodies;

/// <summary>
/// News items one below the other: the headline a bold line of its own without its colon, then the body (messages.md, rule 6).
/// </summary>
internal sealed class NewsBody(IReadOnlyList<NewsItem> items)
{
    public IEnumerable<Block> Compose(IReadOnlyList<Block> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            switch (blocks[at])
            {
                case HeadingBlock heading when Item(heading) is not null:
                    var body = at + 1 < blocks.Count && blocks[at + 1] is ParagraphBlock next ? next : null;
                    yield return Join([Nodes.Bold(Unbolded(heading.Inline))], body?.Inline);
                    at += body is null ? 0 : 1;
                    break;
                case ListBlock list when list.Any(item => Item(item) is not null):
                    foreach (var block in Nodes.Take(list).Cast<ListItemBlock>().SelectMany(Compose))
                    {
                        yield return block;
                    }

                    break;
                default:
                    foreach (var block in AuthorBlocks.Arrange(blocks[at]))
                    {
                        yield return block;
                    }

                    break;
            }
        }
    }

    private IEnumerable<Block> Compose(ListItemBlock block)
    {
        var item = Item(block);
        foreach (var child in Nodes.Take(block))
        {
            if (item is not null && child is ParagraphBlock { Inline: { } inline } paragraph)
            {
                yield return Part(inline, item.Headline) ?? paragraph;
                item = null;
                continue;
            }

            foreach (var arranged in AuthorBlocks.Arrange(child))
            {
                yield return arranged;
            }
        }
    }

    /// <summary>Null if the headline is part of the sentence: separated, neither would make sense.</summary>
    private static ParagraphBlock? Part(ContainerInline inline, string headline)
    {
        var text = FlatText.Of(inline);
        var end = Opening.EndOf(text, headline);
        if (end < 0)
        {
            return null;
        }

        // A citation right after the headline belongs to it.
        var cited = end;
        while (cited < text.Length && (text[cited] == FlatText.Citation || char.IsWhiteSpace(text[cited])))
        {
            cited++;
        }

        var body = Opening.SkipDivider(text, cited);
        var closes = headline[^1] is '。' or '！' or '？' or '.' or '!' or '?' || EndsItsLine(inline, end);
        if (body == cited && cited < text.Length && !closes)
        {
            return null;
        }

        var rest = Cut.Trim(Cut.At(inline, Math.Max(body, cited)));
        Cut.At(inline, cited);
        var marks = Cut.Trim(Cut.At(inline, end));
        return Join([Nodes.Bold(Unbolded(Cut.Trim(inline))), .. Spaced(Nodes.Take(marks))], rest);
    }

    private static bool EndsItsLine(ContainerInline inline, int end)
    {
        var at = 0;
        var last = inline.TakeWhile(child => (at += FlatText.Length(child)) <= end).LastOrDefault();
        return last is LineBreakInline || last?.NextSibling is LineBreakInline;
    }

    private static ParagraphBlock Join(IEnumerable<Inline> headline, ContainerInline? body)
    {
        var rest = Nodes.Take(body);
        return Nodes.Paragraph(rest.Count == 0 ? headline : [.. headline, Nodes.Break(), .. rest]);
    }

    private static IEnumerable<Inline> Spaced(List<Inline> marks) => marks.Count == 0 ? [] : [Nodes.Text(" "), .. marks];

    /// <summary>The inlines of a line that will be bold as a whole, without their own bold; a trailing colon is dropped.</summary>
    public static List<Inline> Unbolded(ContainerInline? line)
    {
        if (line?.LastChild is LiteralInline last)
        {
            last.Content = new Markdig.Helpers.StringSlice(last.Content.ToString().TrimEnd(' ', ':', '：'));
        }

        return
        [
            .. Nodes.Take(line).SelectMany(inline => inline is EmphasisInline { DelimiterCount: >= 2 } bold ? Unbolded(bold) : [inline]),
        ];
    }

    private NewsItem? Item(Block block) => items.FirstOrDefault(item => item.Position.Line == block.Line + 1);
}

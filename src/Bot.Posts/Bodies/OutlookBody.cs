using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts.Bodies;

/// <summary>One card per horizon, in the author's order; anything in between is moved unchanged.</summary>
internal sealed class OutlookBody(IReadOnlyList<Outlook> outlooks, Texts texts)
{
    public IEnumerable<Block> Compose(IReadOnlyList<Block> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            switch (blocks[at])
            {
                case HeadingBlock heading when Find(heading) is { } outlook:
                    var below = blocks
                        .Skip(at + 1)
                        .TakeWhile(block => block is not HeadingBlock next || next.Level > heading.Level)
                        .ToList();
                    at += below.Count;
                    var title = Nodes.Paragraph(Nodes.Take(heading.Inline));
                    var content = AuthorBlocks.Arrange(below).ToList();
                    yield return Card(outlook, title, content, boldTitle: true);
                    break;
                case ListBlock list when list.Any(item => Find(item) is not null):
                    foreach (var item in Nodes.Take(list).Cast<ListItemBlock>())
                    {
                        foreach (var block in Item(item))
                        {
                            yield return block;
                        }
                    }

                    break;
                case ParagraphBlock paragraph when Find(paragraph) is { } outlook:
                    yield return Card(outlook, paragraph, [], boldTitle: false);
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

    private List<Block> Item(ListItemBlock item)
    {
        var outlook = Find(item);
        var children = AuthorBlocks.Arrange(Nodes.Take(item)).ToList();
        return outlook is not null && children is [ParagraphBlock first, .. var others]
            ? [Card(outlook, first, others, boldTitle: false)]
            : children;
    }

    private RoleBlock Card(Outlook outlook, ParagraphBlock opening, IEnumerable<Block> below, bool boldTitle)
    {
        var text = FlatText.Of(opening.Inline);
        var end = Opening.EndOf(text, outlook.Label);
        if (end < 0)
        {
            return OutlookCard.Compose(null, [opening, .. below], outlook, texts.Locale);
        }

        var rest = Cut.Trim(Cut.At(opening.Inline!, Opening.SkipDivider(text, end)));
        var label = FlatText.Collapse(text[..end]);
        var title = Nodes.Take(rest);
        IEnumerable<Block> first = title.Count == 0 ? [] : [Nodes.Paragraph(boldTitle ? [Nodes.Bold(title)] : title)];
        return OutlookCard.Compose(label, [.. first, .. below], outlook, texts.Locale);
    }

    private Outlook? Find(Block block) => outlooks.FirstOrDefault(outlook => outlook.Position.Line == block.Line + 1);
}

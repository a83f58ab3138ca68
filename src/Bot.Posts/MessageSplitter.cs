using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>
/// Splits a message into parts that a platform can carry (messages.md, rule 14): between blocks where that is enough,
/// then within them (items, rows, sentences, at last graphemes), never inside a citation, a link or a character. Each
/// part repeats the heading with its number, and the sub-heading within which it begins, and names the sources that it cites itself. The
/// same message gives the same
/// parts.
/// </summary>
/// <param name="fits">
/// Whether blocks fit in one part. Receives clean blocks in order, including the heading and the sources. Must be pure
/// and monotonic: true for any part of what it is true for.
/// </param>
public sealed class MessageSplitter(Func<IReadOnlyList<Block>, bool> fits)
{
    /// <summary>Reserves room for the part number while the number of parts is unknown.</summary>
    private const int MostParts = 999;

    /// <summary>Maximum characters of a headline that is repeated on each part.</summary>
    private const int LongestHeadline = 300;

    /// <param name="message">Modified, unless it already fits.</param>
    /// <returns>At least one part; buttons stay on the last.</returns>
    public IReadOnlyList<Message> Split(Message message)
    {
        if (fits([.. message.Body]))
        {
            return [message];
        }

        var blocks = Nodes.Take(message.Body);
        var head = blocks.TakeWhile(IsHead).ToList();
        var rest = blocks.Skip(head.Count).Where(block => !IsSources(block));
        if (Shorten(head) is { } headline)
        {
            rest = rest.Prepend(headline);
        }

        var cites = blocks.Exists(IsSources);
        var parts = new Filling(fits, head, cites ? message.Locale : null, message.Locale).Fill(rest);
        return
        [
            .. parts.Select(
                (part, at) =>
                    message with
                    {
                        Body = Document(message, head, part, at + 1, parts.Count, cites),
                        ThreadName = at == 0 ? message.ThreadName : null,
                        Buttons = at == parts.Count - 1 ? message.Buttons : [],
                        Post = at == parts.Count - 1 ? message.Post : null,
                    }
            ),
        ];
    }

    /// <summary>
    /// Shortens a headline that is too long to repeat, and returns the full one as the first text; null if it is not too
    /// long.
    /// </summary>
    private static ParagraphBlock? Shorten(List<Block> head)
    {
        if (
            head is not [RoleBlock { LastChild: HeadingBlock { Inline: { } inline } heading }, ..]
            || FlatText.Of(inline) is not { Length: > LongestHeadline } text
        )
        {
            return null;
        }

        head[0] = Nodes.Role(BlockRole.Headline, Nodes.Heading(heading.Level, Nodes.Text(Graphemes.Cut(text, LongestHeadline))));
        return Nodes.Paragraph(Nodes.Take(inline));
    }

    private static MarkdownDocument Document(Message message, List<Block> head, List<Block> part, int number, int count, bool cites)
    {
        var document = new MarkdownDocument();
        foreach (var block in Frame(head, part, number, count, cites ? message.Locale : null, message.Locale))
        {
            document.Add(block);
        }

        return document;
    }

    /// <summary>A part with its numbered heading (the first part has the whole head) and its sources.</summary>
    private static IEnumerable<Block> Frame(List<Block> head, List<Block> part, int number, int count, Locale? sources, Locale locale)
    {
        foreach (var block in head.Take(number == 1 ? head.Count : 1))
        {
            var copy = Copy.Of(block);
            if (count > 1 && block == head[0] && copy is ContainerBlock { LastChild: LeafBlock { Inline: { } heading } })
            {
                heading.AppendChild(Nodes.Text(Texts.In(locale).Format("Part", number, count)));
            }

            yield return copy;
        }

        foreach (var block in part)
        {
            yield return block;
        }

        if (sources is { } language && SourcesLine.For(part, language) is { } line)
        {
            yield return line;
        }
    }

    private static bool IsHead(Block block) => block is RoleBlock { Role: BlockRole.Headline or BlockRole.Correction };

    private static bool IsSources(Block block) => block is RoleBlock { Role: BlockRole.Sources };

    /// <summary>Fills the parts one after another.</summary>
    private sealed class Filling(Func<IReadOnlyList<Block>, bool> fits, List<Block> head, Locale? sources, Locale locale)
    {
        private readonly List<List<Block>> _parts = [];
        private List<Block> _current = [];

        /// <summary>The sub-heading under which the current part begins: it stands there once more.</summary>
        private List<Block> _repeated = [];
        private HeadingBlock? _open;

        public List<List<Block>> Fill(IEnumerable<Block> blocks)
        {
            var waiting = new Stack<Block>(blocks.Reverse());
            while (waiting.TryPop(out var block))
            {
                if (Fits([.. _current, block]))
                {
                    _current.Add(block);
                    continue;
                }

                // Do not divide a block that fits in a part of its own.
                if (_current.Count > 0 && Fits([block], first: false))
                {
                    waiting.Push(block);
                    Close(waiting);
                    continue;
                }

                Divide(block, waiting);
            }

            Close(waiting);
            return _parts;
        }

        private void Divide(Block block, Stack<Block> waiting)
        {
            if (BlockDivision.Pieces(block) is { } pieces)
            {
                foreach (var piece in Enumerable.Reverse(pieces))
                {
                    waiting.Push(piece);
                }

                return;
            }

            if (BlockDivision.Head(block, start => Fits([.. _current, start]), mayLoosen: _current.Count == 0) is { } cut)
            {
                _current.Add(cut.Head);
                waiting.Push(cut.Tail);
                Close(waiting);
            }
            else if (_current.Count > 0)
            {
                waiting.Push(block);
                Close(waiting);
            }
            else
            {
                // Indivisible: the platform's own limits apply.
                _current.Add(block);
                Close(waiting);
            }
        }

        /// <summary>Ends the part. A trailing heading moves on with its content.</summary>
        private void Close(Stack<Block> waiting)
        {
            while (waiting.Count > 0 && _current is [_, .., HeadingBlock heading])
            {
                _current.RemoveAt(_current.Count - 1);
                waiting.Push(heading);
            }

            if (_current.Count > 0)
            {
                _open = _current.OfType<HeadingBlock>().LastOrDefault() ?? _open;
                _parts.Add([.. _repeated, .. _current]);
                _current = [];
                _repeated = _open is { } open && Continues(open, waiting) ? [Copy.Of(open)] : [];
            }
        }

        private static bool Continues(HeadingBlock open, Stack<Block> waiting) =>
            waiting.TryPeek(out var next)
            && !(next is HeadingBlock heading && heading.Level <= open.Level)
            && FlatText.Plain(open).Length <= LongestHeadline;

        private bool Fits(List<Block> part, bool? first = null)
        {
            var number = first ?? _parts.Count == 0 ? 1 : MostParts;
            return fits([.. Frame(head, [.. _repeated, .. part], number, MostParts, sources, locale)]);
        }
    }
}

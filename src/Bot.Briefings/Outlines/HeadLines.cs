using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>Finds the head lines among the blocks of a document.</summary>
internal sealed class HeadLines(ReadingContext context)
{
    private readonly PlainText _plain = new();

    public List<HeadLine> In(MarkdownDocument document)
    {
        var lines = new List<HeadLine>();
        var setOff = true;
        foreach (var block in document)
        {
            if (Of(block, setOff) is { } line)
            {
                lines.Add(line);
            }

            setOff = block is ThematicBreakBlock || (setOff && IsNothing(block));
        }

        return lines;
    }

    /// <summary>Comments, definitions and blank blocks have nothing to read.</summary>
    public static bool IsNothing(Block block) =>
        block
            is ThematicBreakBlock
                or LinkReferenceDefinitionGroup { Count: 0 }
                or BlankLineBlock
                or HtmlBlock { Type: HtmlBlockType.Comment };

    private HeadLine? Of(Block block, bool setOff)
    {
        if (block is HeadingBlock heading)
        {
            return Line(heading, heading.Level, context.Plain(heading), null, setOff);
        }

        if (BoldLine.Of(block) is not { } bold)
        {
            return null;
        }

        for (var inline = ((LeafBlock)block).Inline!.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            _plain.Append(inline);
            if (inline == bold.Last)
            {
                break;
            }
        }

        var text = _plain.Take();
        return text.Length is > 0 and <= HeadLine.Longest ? Line((LeafBlock)block, HeadLine.BoldLevel, text, bold, setOff) : null;
    }

    private HeadLine Line(LeafBlock block, int level, string text, BoldLine? bold, bool setOff) =>
        new(block, level, text, bold, setOff, context.Vocabulary);
}

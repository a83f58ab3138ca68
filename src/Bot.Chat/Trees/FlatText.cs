using System.Buffers;
using System.Text;
using Bot.Briefings.Citations;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Trees;

/// <summary>The text of a tree as one string in which every character maps to a place in the tree (<see cref="Cut"/>).</summary>
public static class FlatText
{
    /// <summary>Represents a citation mark: a character that no text contains.</summary>
    public const char Citation = '\uFFFC';

    /// <summary>The characters that <see cref="Collapse"/> turns into a space, except the space itself.</summary>
    private static readonly SearchValues<char> OtherBlanks = SearchValues.Create(
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c != ' ' && IsBlank(c)).ToArray()
    );

    /// <summary>Text of the inlines: a citation is <see cref="Citation"/>, a hard break a line feed, a soft one a space.</summary>
    public static string Of(Inline? inline)
    {
        var text = new StringBuilder();
        Write(inline, text);
        return text.ToString();
    }

    /// <summary>Number of characters that <see cref="Of(Inline)"/> returns for it.</summary>
    public static int Length(Inline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.Length,
            CodeInline code => code.Content.Length,
            ContainerInline container => container.Sum(Length),
            CitationInline or LineBreakInline => 1,
            _ => Of(inline).Length,
        };

    /// <summary>Text for display and comparison: no citation marks, white space collapsed, ends trimmed.</summary>
    public static string Plain(Inline? inline) => Collapse(Of(inline));

    /// <summary>Plain text of a block and everything in it, its parts separated by a space.</summary>
    public static string Plain(Block block)
    {
        var text = new StringBuilder();
        Write(block, text);
        return Collapse(text.ToString());
    }

    /// <summary>Collapses runs of white space and citation marks to one space, and trims the ends.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text))
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        var apart = false;
        foreach (var c in text)
        {
            if (IsBlank(c))
            {
                apart = collapsed.Length > 0;
                continue;
            }

            if (apart)
            {
                collapsed.Append(' ');
                apart = false;
            }

            collapsed.Append(c);
        }

        return collapsed.ToString();
    }

    private static bool IsCollapsed(ReadOnlySpan<char> text) =>
        !text.ContainsAny(OtherBlanks) && !text.Contains("  ", StringComparison.Ordinal) && !text.StartsWith(' ') && !text.EndsWith(' ');

    private static bool IsBlank(char c) => c == Citation || char.IsWhiteSpace(c);

    private static void Write(Inline? inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                text.Append(html.Tag);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline line:
                text.Append(line.IsHard ? '\n' : ' ');
                break;
            case CitationInline:
                text.Append(Citation);
                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Write(child, text);
                }

                break;
        }
    }

    private static void Write(Block block, StringBuilder text)
    {
        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Write(child, text);
                    text.Append(child is TableRow or TableCell ? " " : "\n");
                }

                break;
            case LeafBlock { Inline: { } inline }:
                Write(inline, text);
                break;
            case LeafBlock leaf:
                text.Append(leaf.Lines.ToString());
                break;
        }
    }
}

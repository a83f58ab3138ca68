using System.Buffers;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Reading;

/// <summary>Masks regions of a text for the parser and restores the author's characters in the tree.</summary>
internal static class MaskedText
{
    private static readonly SearchValues<char> FenceInfo = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#"
    );

    /// <summary>Private characters that replace ASCII punctuation: U+E800 plus its code.</summary>
    private const char Base = '\uE800';

    public static string Mask(string source, int length, IReadOnlyList<PlainRegion> regions) =>
        string.Create(
            length,
            (source, regions),
            static (text, state) =>
            {
                state.source.AsSpan(0, text.Length).CopyTo(text);
                foreach (var region in state.regions)
                {
                    var start = Math.Min(region.Start, text.Length);
                    var part = text[start..Math.Min(region.End, text.Length)];
                    while (part.Length > 0)
                    {
                        var end = part.IndexOf('\n');
                        var line = end < 0 ? part : part[..(end + 1)];
                        if (!IsFence(line))
                        {
                            MaskLine(line);
                        }

                        part = part[line.Length..];
                    }
                }
            }
        );

    /// <summary>Restores the characters: in literals one by one, in code and HTML by pointing at the source again.</summary>
    public static void Restore(MarkdownDocument document, string source)
    {
        foreach (var node in document.Descendants())
        {
            if (node is LiteralInline literal && literal.Content.AsSpan().IndexOfAnyInRange(Base, (char)(Base + 0x7F)) >= 0)
            {
                literal.Content = new StringSlice(Unmask(literal.Content.AsSpan()));
            }
            else if (node is CodeBlock or HtmlBlock && ((LeafBlock)node).Lines.Lines is { } lines)
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    if (lines[i].Slice is { Text: { } text } slice && text.Length <= source.Length && slice.End < source.Length)
                    {
                        lines[i].Slice = new StringSlice(source, slice.Start, slice.End, slice.NewLine);
                    }
                }
            }
        }
    }

    private static void MaskLine(Span<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c < '\u0080' && (char.IsPunctuation(c) || char.IsSymbol(c)))
            {
                line[i] = (char)(Base + c);
            }
            else if (c is '【' or '［')
            {
                // Outside the ASCII range, but openers of citations nevertheless.
                line[i] = c == '【' ? (char)(Base + 1) : (char)(Base + 2);
            }
        }
    }

    private static string Unmask(ReadOnlySpan<char> masked)
    {
        var text = masked.ToArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= Base and <= (char)(Base + 0x7F))
            {
                text[i] = (text[i] - Base) switch
                {
                    1 => '【',
                    2 => '［',
                    var c => (char)c,
                };
            }
        }

        return new string(text);
    }

    /// <summary>A line of backticks or tildes stays, so that a fence closes where its author closed it.</summary>
    private static bool IsFence(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        var info = text.TrimStart(text.Length > 0 && text[0] == '~' ? '~' : '`');
        return text.Length is >= 3 and < 40 && text.Length - info.Length >= 3 && !info.ContainsAnyExcept(FenceInfo);
    }
}

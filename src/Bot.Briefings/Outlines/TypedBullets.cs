using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Outlines;

/// <summary>Treats lines that start with ・ or another bullet unknown to Markdown as a list.</summary>
internal static class TypedBullets
{
    private const string Bullets = "\u30FB•●◆■▪◦‣►▶○";

    /// <summary>A paragraph of such lines as a list; null if a line starts differently, or if there is only one.</summary>
    public static ListBlock? Of(ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not { FirstChild: { } first } || !Lines(first).Skip(1).Any() || !Lines(first).All(Begins))
        {
            return null;
        }

        var list = new ListBlock(null!)
        {
            BulletType = '-',
            Span = paragraph.Span,
            Line = paragraph.Line,
            Column = paragraph.Column,
        };
        foreach (var line in Lines(first).ToList())
        {
            list.Add(Item(line));
        }

        list.LastChild!.Span.End = paragraph.Span.End;
        return list;
    }

    private static ListItemBlock Item(Inline first)
    {
        var bullet = (LiteralInline)first;
        var text = bullet.Content.AsSpan();
        var skip = 1 + text[1..].Length - text[1..].TrimStart().Length;
        bullet.Content = new StringSlice(bullet.Content.Text, bullet.Content.Start + skip, bullet.Content.End);
        bullet.Span.Start += skip;
        var inlines = new ContainerInline();
        var end = first.Span.End;
        for (Inline? inline = first; inline is not null && !BoldLine.IsBreak(inline); )
        {
            var next = inline.NextSibling;
            end = Math.Max(end, inline.Span.End);
            inline.Remove();
            inlines.AppendChild(inline);
            inline = next;
        }

        var span = new SourceSpan(bullet.Span.Start, end);
        inlines.Span = span;
        return new ListItemBlock(null!)
        {
            new ParagraphBlock
            {
                Inline = inlines,
                Span = span,
                Line = first.Line,
                Column = first.Column,
            },
        }.At(span, first);
    }

    private static ListItemBlock At(this ListItemBlock item, SourceSpan span, Inline first)
    {
        (item.Span, item.Line, item.Column) = (span, first.Line, first.Column);
        return item;
    }

    private static bool Begins(Inline inline) =>
        inline is LiteralInline literal && literal.Content.Length > 1 && Bullets.Contains(literal.Content.Text[literal.Content.Start]);

    private static IEnumerable<Inline> Lines(Inline first)
    {
        yield return first;
        for (Inline? inline = first; inline is not null; inline = inline.NextSibling)
        {
            if (BoldLine.IsBreak(inline) && inline.NextSibling is { } next && !BoldLine.IsBreak(next))
            {
                yield return next;
            }
        }
    }
}

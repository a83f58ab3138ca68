using Bot.Briefings.Links;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.References;

/// <summary>Links that a text names as its source, （出典: [Forbes](…)）, if no list of references has them.</summary>
internal static class InlineSourceReader
{
    /// <summary>Maximum characters between the word and the link: a colon, a bracket, links before it.</summary>
    private const int Near = 4;

    /// <summary>The characters at a text's end that may hold the word.</summary>
    private const int LongestLabel = 40;

    public static IReadOnlyList<InlineSource> Read(Outline outline, IReadOnlyList<Reference> references, ReadingContext context)
    {
        var sources = new List<InlineSource>();
        Collect(outline.Opening, 0, sources, context);
        foreach (var section in outline.Sections)
        {
            if (section.Kind != SectionKind.References)
            {
                Collect(section.Blocks, section.Order, sources, context);
            }
        }

        if (sources.Count == 0)
        {
            return [];
        }

        var known = references.Select(reference => reference.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. sources.Where(source => !known.Contains(source.Url)).DistinctBy(source => (source.Url, source.SectionOrder))];
    }

    private static void Collect(IReadOnlyList<Block> blocks, int order, List<InlineSource> sources, ReadingContext context)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            Collect(blocks[i], order, sources, context);
        }
    }

    private static void Collect(Block block, int order, List<InlineSource> sources, ReadingContext context)
    {
        if (block is ContainerBlock container)
        {
            for (var i = 0; i < container.Count; i++)
            {
                Collect(container[i], order, sources, context);
            }
        }
        else if (block is LeafBlock leaf && HasLink(leaf.Inline))
        {
            foreach (var link in Named(leaf, context))
            {
                sources.Add(new InlineSource(context.Plain(link), link.Url!, order, context.Position(link)));
            }
        }
    }

    private static bool HasLink(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<LinkInline> Named(LeafBlock leaf, ReadingContext context)
    {
        var named = false;
        for (var inline = leaf.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    var text = literal.Content.AsSpan();
                    named = Names(text, context) || (named && text.Trim().Length <= 1);
                    break;
                case EmphasisInline emphasis:
                    named = Names(context.Plain(emphasis) + ":", context);
                    break;
                case LinkInline { IsImage: false, Url: { } url } link
                    when named && LinkScheme.IsHttp(url) && context.Plain(link).Length > 0:
                    yield return link;
                    break;
                case LineBreakInline:
                    break;
                default:
                    named = false;
                    break;
            }
        }
    }

    /// <summary>Whether the text ends with a word for a source and a mark after it.</summary>
    private static bool Names(ReadOnlySpan<char> text, ReadingContext context)
    {
        var whole = text.TrimEnd();
        if (whole.IsEmpty || char.IsLetterOrDigit(whole[^1]))
        {
            return false;
        }

        var folded = Folding.Fold(whole[Math.Max(0, whole.Length - LongestLabel)..].ToString());
        var end = folded.Length;
        var word = end;
        while (word > 0 && end - word < Near && folded[word - 1] is ':' or '：' or ' ' or '(' or '（' or '|' or '→' or '>')
        {
            word--;
        }

        return word < end && context.Vocabulary.SourceLabels.TryMatchBefore(folded, word, out _);
    }
}

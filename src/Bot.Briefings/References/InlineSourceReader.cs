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

    public static IReadOnlyList<InlineSource> Read(Outline outline, IReadOnlyList<Reference> references, ReadingContext context)
    {
        var known = references.Select(reference => reference.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sources = new List<InlineSource>();
        var seen = new HashSet<(string, int)>();
        foreach (
            var (block, order) in outline
                .Opening.Select(block => (block, 0))
                .Concat(
                    outline
                        .Sections.Where(section => section.Kind != SectionKind.References)
                        .SelectMany(section => section.Blocks.Select(block => (block, section.Order)))
                )
        )
        {
            foreach (var leaf in Leaves(block))
            {
                foreach (var link in Named(leaf, context))
                {
                    if (link.Url is { } url && !known.Contains(url) && seen.Add((url, order)))
                    {
                        sources.Add(new InlineSource(context.Plain(link), url, order, context.Position(link)));
                    }
                }
            }
        }

        return sources;
    }

    private static IEnumerable<LeafBlock> Leaves(Block block) =>
        block switch
        {
            LeafBlock leaf => [leaf],
            ContainerBlock container => container.SelectMany(Leaves),
            _ => [],
        };

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
        if (!HasLink(leaf.Inline))
        {
            yield break;
        }

        var named = false;
        for (var inline = leaf.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    var text = Folding.Fold(literal.Content.ToString());
                    named = Names(text, context) || (named && text.Trim().Length <= 1);
                    break;
                case EmphasisInline emphasis:
                    named = Names(Folding.Fold(context.Plain(emphasis)) + ":", context);
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
    private static bool Names(string folded, ReadingContext context)
    {
        var end = folded.TrimEnd().Length;
        var word = end;
        while (word > 0 && end - word < Near && folded[word - 1] is ':' or '：' or ' ' or '(' or '（' or '|' or '→' or '>')
        {
            word--;
        }

        return word < end && context.Vocabulary.SourceLabels.TryMatchBefore(folded, word, out _);
    }
}

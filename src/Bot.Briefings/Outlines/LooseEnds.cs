using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Outlines;

/// <summary>Removes from the last section what belongs to none: a byline or disclaimer after a rule, sources without a heading.</summary>
internal sealed class LooseEnds(ReadingContext context)
{
    /// <summary>Longer paragraphs after the last rule are part of the section.</summary>
    private const int LongestByline = 400;

    public IReadOnlyList<Block> TakeFrom(List<OutlineSection> sections)
    {
        var loose = new List<Block>();
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Kind != SectionKind.References)
            {
                Take(sections[i].Blocks, IsNotes, loose);
            }
            else
            {
                AfterRule(sections[i].Blocks, loose, tail => !tail.Exists(IsSource));
            }
        }

        if (sections is [.., { Kind: not SectionKind.References } last])
        {
            AfterRule(last.Blocks, loose, tail => IsByline(tail, last.Blocks));
        }

        return loose;
    }

    /// <summary>Whether each line of a paragraph is a note of the form [1]: … or [^1]: …</summary>
    public static bool IsNotes(Block block)
    {
        if (block is LinkReferenceDefinitionGroup group)
        {
            return group.OfType<LinkReferenceDefinition>().Any(IsNumbered);
        }

        if (block is not ParagraphBlock { Inline: { } inlines })
        {
            return false;
        }

        var begins = true;
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (
                begins
                && !(
                    inline is CitationInline
                    && inline.NextSibling is LiteralInline literal
                    && literal.Content.AsSpan().TrimStart() is [':' or '：', ..]
                )
            )
            {
                return false;
            }

            begins = inline is LineBreakInline;
        }

        return inlines.FirstChild is not null;
    }

    private static bool IsNumbered(LinkReferenceDefinition definition)
    {
        var mark = "[" + definition.Label?.Trim() + "]";
        return CitationParser.MarkEnd(mark, 0, mark.Length - 1, out var numbers) == mark.Length && numbers.Count == 1;
    }

    private static void Take(List<Block> blocks, Predicate<Block> belongs, List<Block> loose)
    {
        loose.AddRange(blocks.FindAll(belongs));
        blocks.RemoveAll(belongs);
    }

    private static void AfterRule(List<Block> blocks, List<Block> loose, Predicate<List<Block>> isLoose)
    {
        var content = blocks.FindLastIndex(block => !HeadLines.IsNothing(block));
        if (content <= 0)
        {
            return;
        }

        var rule = blocks.FindLastIndex(content, block => block is ThematicBreakBlock);
        if (rule <= 0 || !blocks.Take(rule).Any(block => !HeadLines.IsNothing(block)))
        {
            return;
        }

        var tail = blocks.Skip(rule + 1).ToList();
        if (isLoose(tail))
        {
            loose.AddRange(tail.Where(block => !HeadLines.IsNothing(block)));
            blocks.RemoveRange(rule, blocks.Count - rule);
        }
    }

    private bool IsByline(List<Block> tail, List<Block> blocks)
    {
        var content = tail.Where(block => !HeadLines.IsNothing(block)).ToList();
        if (content.Exists(block => block is not (ParagraphBlock or QuoteBlock)))
        {
            return false;
        }

        var text = context.PlainOf(content);
        var parts = blocks.Count(block => block is ThematicBreakBlock);
        return text.Length <= LongestByline
            && (parts == 1 || context.Vocabulary.Bylines.Contains(Folding.Fold(text)) || content.TrueForAll(IsItalic));
    }

    private static bool IsSource(Block block) => block is ListBlock or ParagraphBlock { Inline.FirstChild: CitationInline };

    private static bool IsItalic(Block block) =>
        block is ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 1 } only } && only.NextSibling is null;
}

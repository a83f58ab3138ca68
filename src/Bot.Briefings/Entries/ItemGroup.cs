using Bot.Briefings.Citations;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Entries;

/// <summary>Tells a head that only groups independent items, which are the entries, from one whose list contains its details.</summary>
internal sealed class ItemGroup(ReadingContext context, LabelCensus labels, int section)
{
    /// <param name="body">The blocks below the head.</param>
    /// <param name="rowsToo">Whether a table's rows alone are entries, too.</param>
    public bool IsUnder(IReadOnlyList<Block> body, bool rowsToo)
    {
        var content = body.Where(block => !HeadLines.IsNothing(block)).ToList();
        if (content.Count == 0)
        {
            return false;
        }

        if (content.TrueForAll(block => block is Table))
        {
            return rowsToo && content.Sum(table => ((Table)table).Count - 1) > 1;
        }

        if (content.OfType<HeadingBlock>().Any())
        {
            return content[0] is HeadingBlock
                && content
                    .OfType<HeadingBlock>()
                    .Count(heading => heading.Inline is { } inlines && !labels.Recurs(labels.LabelOf(inlines), section)) > 1;
        }

        if (content[0] is ParagraphBlock)
        {
            return AreNumbered(content);
        }

        // Text between the lists belongs to the item above it.
        return content[0] is ListBlock && AreIndependent([.. content.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>())]);
    }

    /// <summary>**① X** — Series B: paragraphs that all open with a bold label, not one that recurs or names a field.</summary>
    private bool AreNumbered(List<Block> content) =>
        content.Count > 1
        && content.TrueForAll(block =>
            block is ParagraphBlock { Inline: { } inlines } && OpeningWords.IsLabelled(inlines) && !IsField(inlines)
        );

    /// <summary>Whether most items have a head or a source of their own.</summary>
    private bool AreIndependent(List<ListItemBlock> items)
    {
        if (items.Count < 2)
        {
            return false;
        }

        var independent = items.Count(item =>
            OpeningWords.FirstParagraph(item) is { Inline: { } inlines } && !IsField(inlines) && (HasHead(inlines) || HasSource(item))
        );
        return independent * 5 > items.Count * 3
            && (
                independent * 5 >= items.Count * 4
                || !items.Exists(item => OpeningWords.FirstParagraph(item) is { Inline: { } inlines } && IsField(inlines))
            );
    }

    private static bool HasHead(ContainerInline inlines) =>
        OpeningWords.Bold(inlines) is not null || OpeningWords.Link(inlines) is { } link && !IsAddress(link);

    /// <summary>A label that other entries have too or that names a field (調達額:), or just an address.</summary>
    private bool IsField(ContainerInline inlines)
    {
        var text = context.Plain(inlines);
        if (Links.UrlText.FindHttp(text, 0, out var end) == 0 && end == text.Length)
        {
            return true;
        }

        var colon = OpeningWords.Colon(text);
        var label =
            OpeningWords.Bold(inlines) is { } bold ? labels.LabelOf(bold)
            : colon > 0 ? text[..colon]
            : "";
        return label.Length > 0 && (labels.Recurs(label, section) || NamesField(Folding.Fold(label)));
    }

    /// <summary>A word for a part of a record: 調達額, IPO, 価格, 背景.</summary>
    private bool NamesField(string label)
    {
        var words = context.Vocabulary;
        return words.Columns.IsWhole(label, out _)
            || words.ReferenceLabels.IsWhole(label, out _)
            || words.IgnoredLabels.IsWhole(label, out _)
            || words.Financing.BackgroundLabels.IsWhole(label, out _)
            || words.Stages.IsWhole(label, out _);
    }

    private static bool IsAddress(LinkInline link) =>
        link.FirstChild is LiteralInline literal && Links.UrlText.FindHttp(literal.Content.ToString(), 0, out _) == 0;

    private static bool HasSource(ListItemBlock item) =>
        item.Descendants()
            .Any(node => node is CitationInline || (node is LinkInline { IsImage: false, Url: { } url } && Links.LinkScheme.IsHttp(url)));
}

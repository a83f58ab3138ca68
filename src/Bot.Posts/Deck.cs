using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>Cuts the lead after its first sentences (messages.md, rule 2).</summary>
public static class Deck
{
    private const int Most = 160;

    /// <summary>
    /// Keeps as many whole sentences as fit in 160 characters, at least one, and returns the rest as a separate
    /// paragraph; null if there are none.
    /// </summary>
    public static ParagraphBlock? CutRest(ParagraphBlock lead)
    {
        if (lead.Inline is null)
        {
            return null;
        }

        var text = FlatText.Of(lead.Inline);
        var ends = Sentences.Ends(text);
        if (ends.Count < 2)
        {
            return null;
        }

        var end = ends.LastOrDefault(end => Graphemes.Count(FlatText.Collapse(text[..end])) <= Most, ends[0]);
        var rest = Cut.Trim(Cut.At(lead.Inline, end));
        Cut.Trim(lead.Inline);
        return rest.FirstChild is null ? null : Nodes.Paragraph(Nodes.Take(rest));
    }

    /// <summary>The paragraph without its first sentence; null if nothing else stands in it.</summary>
    public static ParagraphBlock? CutFirst(ParagraphBlock lead)
    {
        if (lead.Inline is null || Sentences.Ends(FlatText.Of(lead.Inline)) is not [var end, ..])
        {
            return lead;
        }

        var rest = Cut.Trim(Cut.At(lead.Inline, end));
        return rest.FirstChild is null ? null : Nodes.Paragraph(Nodes.Take(rest));
    }
}

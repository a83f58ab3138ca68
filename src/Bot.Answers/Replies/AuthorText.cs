using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>The author's Markdown as nodes of an answer, its citations joined with their sources.</summary>
public static class AuthorText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    /// <summary>Whole blocks: the body of an outlook.</summary>
    public static IReadOnlyList<Block> Blocks(string markdown, IReadOnlyList<Reference> references)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var citation in document.Descendants<CitationInline>())
        {
            citation.Sources = [.. citation.Numbers.Select(number => references.FirstOrDefault(reference => reference.Number == number))];
        }

        return Nodes.Take(document);
    }

    /// <summary>One line: a table cell. Blocks beyond the first are joined by spaces.</summary>
    public static IReadOnlyList<Inline> Line(string markdown, IReadOnlyList<Reference> references)
    {
        var line = new List<Inline>();
        foreach (var block in Blocks(markdown, references))
        {
            if (line.Count > 0)
            {
                line.Add(Nodes.Text(" "));
            }

            line.AddRange(block is LeafBlock { Inline: { } inline } ? Nodes.Take(inline) : [Nodes.Text(FlatText.Plain(block))]);
        }

        return line;
    }
}

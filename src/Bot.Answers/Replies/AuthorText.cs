using Bot.Briefings.Model;
using Bot.Chat.Posts;
using Bot.Chat.Trees;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Replies;

/// <summary>The author's Markdown as harmless nodes of an answer, its citations joined with their sources.</summary>
public static class AuthorText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Whole blocks: the body of an outlook.</summary>
    public static IReadOnlyList<Block> Blocks(string markdown, IReadOnlyDictionary<int, Reference> references)
    {
        var blocks = Sanitizer.Clean(Markdown.Parse(markdown, Pipeline));
        CitationResolver.Resolve(blocks, references);
        return blocks;
    }

    /// <summary>One line: a table cell. Blocks beyond the first follow after a space.</summary>
    public static IReadOnlyList<Inline> Line(string markdown, IReadOnlyDictionary<int, Reference> references)
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

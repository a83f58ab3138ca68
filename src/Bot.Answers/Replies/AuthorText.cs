using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig;
using Markdig.Syntax;

namespace Bot.Answers.Replies;

/// <summary>The author's Markdown as sanitized nodes for an answer, with resolved citations.</summary>
public static class AuthorText
{
    /// <summary>Longer entries are not prose, and Markdig's quadratic cases would become noticeable; they are shown as written.</summary>
    private const int MaxParsed = 20_000;

    /// <summary>Parses whole blocks, for the body of an outlook.</summary>
    public static IReadOnlyList<Block> Blocks(string markdown, IReadOnlyDictionary<int, Reference> references)
    {
        var blocks = Sanitizer.Clean(Parse(markdown));
        CitationResolver.Resolve(blocks, references);
        return blocks;
    }

    private static MarkdownDocument Parse(string markdown)
    {
        if (markdown.Length <= MaxParsed)
        {
            try
            {
                return Markdown.Parse(markdown, BriefingPipeline.Instance);
            }
            catch (ArgumentException)
            {
                // Too deeply nested for Markdig.
            }
        }

        return [Nodes.Paragraph(FlatText.Collapse(markdown))];
    }
}

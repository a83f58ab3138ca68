using System.Text.RegularExpressions;
using Markdig;

namespace Bot.Archive.Saving;

/// <summary>Plain text of an entry's Markdown, for search and for matching revisions.</summary>
internal static partial class EntryText
{
    /// <summary>Beyond this an entry is no prose, and Markdig's worst cases would be felt: it is searched as written.</summary>
    private const int MaxParsed = 20_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseCjkFriendlyEmphasis().Build();

    public static string Plain(string markdown)
    {
        if (markdown.Length > MaxParsed)
        {
            return markdown;
        }

        try
        {
            return Collapse(Citation().Replace(Markdown.ToPlainText(markdown, Pipeline), ""));
        }
        catch (ArgumentException)
        {
            // Too deeply nested for Markdig.
            return Collapse(markdown);
        }
    }

    private static string Collapse(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s*[\[［【][0-9０-９][0-9０-９,、，\-\s]*[\]］】]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

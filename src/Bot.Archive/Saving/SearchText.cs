using Bot.Briefings;
using Bot.Briefings.Text;
using Markdig;

namespace Bot.Archive.Saving;

/// <summary>Plain text of an entry's Markdown, for search and for matching revisions.</summary>
internal static class SearchText
{
    /// <summary>Longer entries are not prose, and Markdig's worst cases would become noticeable; they are searched as written.</summary>
    private const int MaxParsed = 20_000;

    public static string Plain(string markdown)
    {
        if (markdown.Length > MaxParsed)
        {
            return markdown;
        }

        try
        {
            return PlainText.Of(Markdown.Parse(markdown, BriefingPipeline.Instance));
        }
        catch (ArgumentException)
        {
            // Too deeply nested for Markdig.
            return markdown;
        }
    }
}

using Markdig.Syntax;

namespace Bot.Briefings.Reading;

/// <summary>The author's Markdown of an entry, without the list marker and dedented, so that it parses on its own.</summary>
internal static class EntryMarkdown
{
    public static string Of(ListItemBlock item, ReadingContext context)
    {
        if (item.Count == 0)
        {
            return "";
        }

        var first = item[0];
        return context.Slice(first.Span.Start, item.Span.End + 1);
    }
}

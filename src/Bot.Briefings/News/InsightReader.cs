using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;

namespace Bot.Briefings.News;

/// <summary>Entries of an insights section.</summary>
internal static class InsightReader
{
    public static IEnumerable<Insight> Read(OutlineSection section) =>
        from entry in section.Entries
        let isSentence = entry.Form is EntryForm.ListItem && entry.Body.Text.Length == 0
        select new Insight
        {
            SectionOrder = section.Order,
            Headline = isSentence || entry.Head.Text.Length == 0 ? null : entry.Head.Line,
            Text = isSentence ? entry.Head.Line : entry.Body.Line,
            Citations = entry.Citations,
            Position = entry.Position,
            Markdown = entry.Markdown,
        };
}

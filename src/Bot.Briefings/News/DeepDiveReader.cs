using Bot.Briefings.Model;
using Bot.Briefings.Outlines;

namespace Bot.Briefings.News;

/// <summary>Entries of a future-tech section.</summary>
internal static class DeepDiveReader
{
    public static IEnumerable<DeepDive> Read(OutlineSection section) =>
        from entry in section.Entries
        let title = entry.Head.Line
        where title.Length > 0
        select new DeepDive
        {
            SectionOrder = section.Order,
            Title = title,
            Citations = entry.Citations,
            Position = entry.Position,
            Markdown = entry.Markdown,
        };
}

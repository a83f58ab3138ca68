using Bot.Briefings.Companies;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;

namespace Bot.Briefings.News;

/// <summary>Entries of the news sections.</summary>
internal static class NewsReader
{
    public static IEnumerable<NewsItem> Read(OutlineSection section, ReadingContext context)
    {
        foreach (var entry in section.Entries)
        {
            if (entry.Head.Line is { Length: > 0 } headline)
            {
                yield return new NewsItem
                {
                    Section = section.Kind,
                    SectionOrder = section.Order,
                    Headline = headline,
                    Companies = HeadlineSubjects.Of(headline, context.Vocabulary),
                    Citations = entry.Citations,
                    Position = entry.Position,
                    Markdown = entry.Markdown,
                };
            }
        }
    }
}

using Bot.Briefings.Companies;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Markdig.Syntax;

namespace Bot.Briefings.News;

/// <summary>Entries of the news sections: one per H3 where there are any, else one per top-level list item.</summary>
internal static class NewsReader
{
    public static IEnumerable<NewsItem> Read(SectionBlocks section, ReadingContext context)
    {
        if (section.HasTopics)
        {
            foreach (var (heading, body) in section.Topics())
            {
                var headline = OpeningWords.TrimLabel(context.Plain(heading));
                if (headline.Length > 0)
                {
                    yield return Item(section, context, headline, [heading, .. body], context.Slice(heading, body.LastOrDefault() ?? heading));
                }
            }

            yield break;
        }

        foreach (var item in section.TopItems())
        {
            var paragraph = OpeningWords.FirstParagraph(item);
            var headline = paragraph is null ? "" : OpeningWords.Headline(paragraph, context);
            if (headline.Length > 0)
            {
                yield return Item(section, context, headline, [item], EntryMarkdown.Of(item, context));
            }
        }
    }

    private static NewsItem Item(SectionBlocks section, ReadingContext context, string headline, List<Block> blocks, string markdown) => new()
    {
        Section = section.Kind,
        SectionOrder = section.Order,
        Headline = headline,
        Companies = HeadlineSubjects.Of(headline, context.Vocabulary),
        Citations = ReadingContext.Citations(blocks),
        Position = context.Position(blocks[0]),
        Markdown = markdown,
    };
}

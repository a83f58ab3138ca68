using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.News;

/// <summary>Entries of a future-tech section: one per H3, or one per top-level list item if it has no H3.</summary>
internal static class DeepDiveReader
{
    public static IEnumerable<DeepDive> Read(SectionBlocks section, ReadingContext context)
    {
        if (section.HasTopics)
        {
            foreach (var (heading, body) in section.Topics())
            {
                var title = context.Plain(heading);
                if (title.Length > 0)
                {
                    yield return new DeepDive
                    {
                        SectionOrder = section.Order,
                        Title = title,
                        Citations = ReadingContext.Citations([heading, .. body]),
                        Position = context.Position(heading),
                        Markdown = context.Slice(heading, body.LastOrDefault() ?? heading),
                    };
                }
            }

            yield break;
        }

        foreach (var item in section.TopItems())
        {
            var paragraph = OpeningWords.FirstParagraph(item);
            var title = paragraph is null ? "" : OpeningWords.Headline(paragraph, context);
            if (title.Length > 0)
            {
                yield return new DeepDive
                {
                    SectionOrder = section.Order,
                    Title = title,
                    Citations = ReadingContext.Citations([item]),
                    Position = context.Position(item),
                    Markdown = EntryMarkdown.Of(item, context),
                };
            }
        }
    }
}

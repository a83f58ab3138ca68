using Bot.Briefings.Model;
using Bot.Briefings.Outlines;

namespace Bot.Briefings.Reading;

/// <summary>A document's language by the beginnings of its sections, or else by its lead, or by all of it.</summary>
internal static class LanguageOf
{
    public static BriefingLanguage Outline(Outline outline, ReadingContext context)
    {
        var detector = new LanguageDetector(context.Source);
        foreach (var section in outline.Sections.Where(section => section.Kind != SectionKind.References && section.Blocks.Count > 0))
        {
            var end = section.Blocks[^1].Span.End;
            var start = section.Blocks[0].Span.Start;
            detector.Add(context.Source.AsSpan(start, Math.Clamp(end + 1 - start, 0, context.Source.Length - start)));
        }

        if (detector.IsUndecided)
        {
            detector.Add(outline.Lead ?? "");
        }

        if (detector.IsUndecided)
        {
            detector.Add(context.Source);
        }

        return detector.Language;
    }
}

using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;

namespace Bot.Intake.Holding;

/// <summary>
/// Holds what is hardly a briefing: a page or feed that came instead of a document (a challenge, a sign-in), a text without sections, and
/// one whose news was not understood at all.
/// </summary>
public static class DocumentRule
{
    /// <summary>Why the document is held; null if it is not.</summary>
    public static Hold? Judge(BriefingReading reading, BriefingKey key)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (MarkupOf(reading.Source) is { } markup)
        {
            return new(
                HoldReason.Markup,
                new(
                    IntakeTexts.Both("Held.Markup", markup.Japanese, key.Arguments).Japanese,
                    IntakeTexts.Both("Held.Markup", markup.English, key.Arguments).English
                )
            );
        }

        return reading.Briefing.Sections.Count == 0 ? new(HoldReason.NoSections, IntakeTexts.Both("Held.NoSections", key.Arguments))
            : NothingUnderstood(reading.Briefing)
                ? new(HoldReason.NothingUnderstood, IntakeTexts.Both("Held.NothingUnderstood", key.Arguments))
            : null;
    }

    /// <summary>HTML, or any kind of XML, from the first character on; null for anything else.</summary>
    private static LocalizedText? MarkupOf(string source)
    {
        var text = source.AsSpan().TrimStart();
        if (text.IsEmpty || text[0] != '<')
        {
            return null;
        }

        return Begins(text, "<!doctype html")
            || Begins(text, "<html")
            || Begins(text, "<head")
            || Begins(text, "<body")
            || Begins(text, "<script")
                ? IntakeTexts.Both("Kind.Html")
            : Begins(text, "<?xml") || Begins(text, "<rss") || Begins(text, "<feed") || Begins(text, "<rdf") || Begins(text, "<!doctype")
                ? IntakeTexts.Both("Kind.Xml")
            : null;
    }

    private static bool Begins(ReadOnlySpan<char> text, string tag) => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase);

    private static bool NothingUnderstood(Briefing briefing)
    {
        var told = briefing.Sections.Count(section =>
            section.Kind is SectionKind.TechnologyNews or SectionKind.MarketingNews or SectionKind.Startups
        );
        return told > 0
            && briefing.Warnings.Count(warning => warning.Code == WarningCodes.NothingUnderstood) >= told
            && briefing
                is { News.Count: 0, Funding.Count: 0, Outlook.Count: 0, DeepDives.Count: 0, Insights.Count: 0, References.Count: 0 };
    }
}

using System.Collections.Concurrent;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Answers.Replies;

/// <summary>
/// Names the places of a briefing that name a company: the lead, or a section's heading as its author wrote it. The headings
/// are read from the stored document and kept; a revision has a number of its own, so what is kept never ages.
/// </summary>
public sealed class SectionNames(BriefingQueries briefings, BriefingReader reader)
{
    /// <summary>Some 100 bytes a section: a year of daily briefings is well below a megabyte.</summary>
    private const int MaxKept = 366;

    private readonly ConcurrentDictionary<(int Briefing, int Revision), IReadOnlyList<Section>> _kept = new();

    /// <param name="places">In the briefing's order. The round's own table is no other place.</param>
    public async Task<IReadOnlyList<string>> OfAsync(
        ArchivedBriefing briefing, IReadOnlyList<ArchivedMention> places, AnswerTexts texts, CancellationToken cancellationToken)
    {
        var others = places.Where(place => place.Role is MentionRole.Headline or MentionRole.Text).ToList();
        var sections = others.Exists(place => place.SectionOrder > 0) ? await SectionsAsync(briefing, cancellationToken) : [];
        return [.. others.Select(place => Name(place, sections, texts)).OfType<string>().Distinct()];
    }

    private static string? Name(ArchivedMention place, IReadOnlyList<Section> sections, AnswerTexts texts)
    {
        if (place.SectionOrder == 0)
        {
            return texts[AnswerText.Lead];
        }

        var section = sections.FirstOrDefault(section => section.Order == place.SectionOrder);
        return section is { Kind: SectionKind.Startups } ? texts.Of(AnswerText.BodyOf, section.Heading) : section?.Heading;
    }

    private async Task<IReadOnlyList<Section>> SectionsAsync(ArchivedBriefing briefing, CancellationToken cancellationToken)
    {
        var key = (briefing.Id, briefing.Revision);
        if (_kept.TryGetValue(key, out var sections))
        {
            return sections;
        }

        var document = await briefings.DocumentAsync(briefing.Id, cancellationToken);
        sections = document is null ? [] : reader.Read(document).Briefing.Sections;
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        _kept[key] = sections;
        return sections;
    }
}

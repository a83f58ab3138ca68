using System.Collections.Concurrent;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat.Text;

namespace Bot.Answers.Replies;

/// <summary>
/// Names the places in a briefing that mention a company: the lead, or a section's heading as its author wrote it. Lead
/// and headings are read from the stored document and cached; each revision has its own number, so cached entries never
/// go stale.
/// </summary>
public sealed class MentionPlaces(BriefingQueries briefings, CompanyQueries companies, BriefingReader reader)
{
    /// <summary>About two kilobytes each.</summary>
    private const int MaxKept = 366;

    private readonly ConcurrentDictionary<(int Briefing, int Revision), (string? Lead, IReadOnlyList<Section> Sections)> _kept = new();

    /// <summary>The places in a briefing that name a company.</summary>
    /// <param name="company">Its key.</param>
    public Task<IReadOnlyList<ArchivedMention>> MentionsAsync(
        ArchivedBriefing briefing,
        string company,
        CancellationToken cancellationToken
    ) => companies.MentionsAsync(briefing.Id, company, cancellationToken);

    /// <param name="company">As spelled in the round; a lead may also mention it within a longer bold phrase.</param>
    /// <param name="places">In the briefing's order, without the round's own table.</param>
    public async Task<IReadOnlyList<string>> OfAsync(
        ArchivedBriefing briefing,
        string company,
        IReadOnlyList<ArchivedMention> places,
        AnswerTexts texts,
        CancellationToken cancellationToken
    )
    {
        var (lead, sections) = await FrameAsync(briefing, cancellationToken);
        var names = places
            .Where(place => place.SectionOrder > 0 && place.Role is MentionRole.Headline or MentionRole.Text)
            .Select(place => sections.FirstOrDefault(section => section.Order == place.SectionOrder))
            .OfType<Section>()
            .Select(section => section.Kind == SectionKind.Startups ? texts.Of(AnswerText.BodyOf, Heading(section)) : Heading(section));
        return
        [
            .. lead is not null && CompanyName.StandsIn(lead, company) ? [texts[AnswerText.Lead]] : Array.Empty<string>(),
            .. names.Distinct(),
        ];
    }

    /// <summary>Without its emoji, because it appears within a line.</summary>
    private static string Heading(Section section) => Invisible.Drop(HeadingEmoji.Split(section.Heading).Words);

    private async Task<(string? Lead, IReadOnlyList<Section> Sections)> FrameAsync(
        ArchivedBriefing briefing,
        CancellationToken cancellationToken
    )
    {
        var key = (briefing.Id, briefing.Revision);
        if (_kept.TryGetValue(key, out var frame))
        {
            return frame;
        }

        if (await briefings.DocumentAsync(briefing.Id, cancellationToken) is not { } document)
        {
            return (null, []);
        }

        var read = reader.Read(document, day: briefing.Date).Briefing;
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        return _kept[key] = (read.Lead, read.Sections);
    }
}

using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Posts;
using Bot.Posts.Corrections;

namespace Bot.Delivery.Planning;

/// <summary>
/// Reads a stored briefing and has <see cref="PostComposer"/> make its thread, each time from scratch because a tree can be rendered only
/// once.
/// </summary>
public sealed class BriefingThreads(BriefingReader reader, IReadOnlyList<Series> series, TimeProvider time) : IThreadComposer
{
    public IReadOnlyList<ComposedPost> Compose(ThreadRequest request)
    {
        var thread = ThreadOf(request);
        return
        [
            new ComposedPost(PostKey.Root, thread.Root),
            .. thread.Sections.Select(section => new ComposedPost(section.Identity, section.Message)),
        ];
    }

    public Message ComposeArrival(ThreadRequest request, Uri? thread) =>
        LateBriefing.Arrived(ThreadOf(request).Root.ThreadName ?? Dates.Iso(request.Document.Briefing.Date), thread, request.Locale);

    public IReadOnlyList<NamedCompany> CompaniesOf(StoredDocument document) => FirstAppearances.Candidates(Read(document).Briefing);

    public Message? ComposeNotice(ThreadRequest request, IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, Uri> links) =>
        CorrectionNotice.Compose(
            request.Earlier.Count == 0 ? null : Read(request.Earlier[^1]),
            Read(request.Document),
            sections,
            request.Sections,
            request.Locale,
            links
        );

    public Message ComposeWithdrawn(ThreadRequest request, string section) =>
        WithdrawnPost.Compose(
            [.. request.Earlier.Select(document => Read(document).Briefing)],
            Read(request.Document).Briefing,
            section,
            request.Locale
        );

    private ComposedThread ThreadOf(ThreadRequest request)
    {
        var briefing = request.Document.Briefing;
        var known = series.FirstOrDefault(known => known.Key == briefing.Series);
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), known?.Zone ?? TimeZoneInfo.Utc);
        var reading = Read(request.Document);
        return PostComposer.Compose(
            reading,
            new ComposeContext(briefing.Series, known?.Name ?? briefing.Series, request.Locale, DateOnly.FromDateTime(today.DateTime))
            {
                Date = briefing.Date,
                Edition = briefing.Edition,
                Previous = Previous(request.Previous),
                FirstAppearances = request.FirstAppearances,
                Sections = [.. request.Sections],
                IsSample = briefing.IsSample,
                Zone = known?.Zone ?? TimeZoneInfo.Utc,
                Corrections = Corrections(request, reading),
            }
        );
    }

    private IReadOnlyDictionary<string, IReadOnlyList<Correction>> Corrections(ThreadRequest request, BriefingReading reading) =>
        request.Earlier.Count == 0
            ? CorrectionHistory.Nothing
            : CorrectionHistory.Of(
                [
                    .. request.Earlier.Select(document => new BriefingRevision(Read(document), document.ReceivedAt)),
                    new BriefingRevision(reading, request.Document.ReceivedAt),
                ],
                request.Sections,
                request.Locale
            );

    private PreviousBriefing? Previous(StoredDocument? document) =>
        document is null ? null : new PreviousBriefing(document.Briefing.Date, Read(document).Briefing);

    /// <summary>Uses the stored day: a document may not state its own.</summary>
    private BriefingReading Read(StoredDocument document) => reader.Read(document.Markdown, day: document.Briefing.Date);
}

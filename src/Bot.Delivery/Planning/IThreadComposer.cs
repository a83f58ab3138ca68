using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Posts;

namespace Bot.Delivery.Planning;

/// <summary>What a thread depends on; equal requests give equal messages.</summary>
/// <param name="Document">The revision to deliver.</param>
/// <param name="Previous">The series' previous briefing, whose title may be the same; null if there is none.</param>
/// <param name="Locale">Language of the frame.</param>
/// <param name="Sections">Kinds subscribed to; empty for all.</param>
public sealed record ThreadRequest(StoredDocument Document, StoredDocument? Previous, Locale Locale, IReadOnlyList<SectionKind> Sections)
{
    /// <summary>Earlier revisions, from the first one shown in the channel; empty for a channel that has seen none of them.</summary>
    public IReadOnlyList<StoredDocument> Earlier { get; init; } = [];

    /// <summary>Companies not named in any earlier issue of the series.</summary>
    public IReadOnlyList<string> FirstAppearances { get; init; } = [];
}

/// <param name="Section">Identity of the section within its briefing; <see cref="PostKey.Root"/> for the root.</param>
/// <param name="Message">Not rendered yet. A renderer may take it apart, so it can be used only once.</param>
public sealed record ComposedPost(string Section, Message Message);

/// <summary>Makes a briefing's thread: the root first, then its sections in order. Pure.</summary>
public interface IThreadComposer
{
    IReadOnlyList<ComposedPost> Compose(ThreadRequest request);

    /// <summary>The companies that the thread marks as appearing in the series for the first time.</summary>
    IReadOnlyList<NamedCompany> CompaniesOf(StoredDocument document) => [];

    /// <summary>The reply that names the posts changed by a revision; null if there is nothing to name.</summary>
    /// <param name="sections">Identities of their sections.</param>
    /// <param name="links">Addresses of posts, by section.</param>
    Message? ComposeNotice(ThreadRequest request, IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, Uri> links) => null;

    /// <summary>Announces a briefing in whose place a line stood.</summary>
    /// <param name="thread">Its address; null if it is not known.</param>
    Message ComposeArrival(ThreadRequest request, Uri? thread) =>
        LateBriefing.Arrived(Dates.Iso(request.Document.Briefing.Date), thread, request.Locale);

    /// <summary>The new text of a post whose section, or part of one, the document no longer has.</summary>
    /// <param name="section">Its identity.</param>
    Message ComposeWithdrawn(ThreadRequest request, string section);
}

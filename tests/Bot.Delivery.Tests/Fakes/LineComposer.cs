using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Delivery.Planning;
using Markdig;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>
/// A thread from lines <c>identity: text</c>, the first being the root; the identity up to a dash and number is the kind.
/// </summary>
public sealed class LineComposer : IThreadComposer
{
    public int Composed { get; private set; }

    /// <summary>How often the companies were asked for that are looked up in the series' history.</summary>
    public int Searched { get; private set; }

    /// <summary>Threads get a reply that names what a revision changed.</summary>
    public bool GivesNotice { get; set; }

    /// <summary>Revisions that the last composed thread was compared with.</summary>
    public IReadOnlyList<int> Compared { get; private set; } = [];

    public Message? ComposeNotice(ThreadRequest request, IReadOnlyCollection<string> sections, IReadOnlyDictionary<string, Uri> links) =>
        GivesNotice
            ? new Message(
                Markdown.Parse(
                    $"corrected {string.Join(' ', sections.Select(section => links.TryGetValue(section, out var link) ? $"{section} at {link}" : section))}"
                )
            )
            : null;

    public IReadOnlyList<NamedCompany> CompaniesOf(StoredDocument document)
    {
        Searched++;
        return [];
    }

    public IReadOnlyList<ComposedPost> Compose(ThreadRequest request)
    {
        Composed++;
        Compared = [.. request.Earlier.Select(document => document.Revision)];
        return
        [
            .. request
                .Document.Markdown.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(": ", 2))
                .Where(line =>
                    line[0] == "root" || request.Sections.Count == 0 || request.Sections.Any(kind => SectionNames.Of(kind) == line[0])
                )
                .Select(line => new ComposedPost(line[0], new Message(Markdown.Parse(line[1])))),
        ];
    }

    public Message ComposeWithdrawn(ThreadRequest request, string section) => new(Markdown.Parse("withdrawn"));
}

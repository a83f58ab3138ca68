using Bot.Archive.Entities;
using Bot.Briefings.Inspection;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Delivery.Planning;

namespace Bot.Intake;

/// <summary>What became of a document.</summary>
public enum ReceiptStatus
{
    New,

    /// <summary>Already in the archive, byte for byte; nothing changed.</summary>
    Same,
    Revised,

    /// <summary>Stored, but neither delivered nor used for answers until it is confirmed.</summary>
    Held,
    Refused,
}

/// <summary>Why a document was refused.</summary>
public enum Refusal
{
    Empty,
    NotUtf8,
    TooLarge,

    /// <summary>Neither title, front matter nor lead gives the day it covers.</summary>
    NoDate,
    UnknownSeries,
}

/// <summary>The answer to the author, the same for every way in.</summary>
public sealed record Receipt
{
    /// <summary><see cref="IntakeRequest.Name"/>.</summary>
    public required string Name { get; init; }

    public required ReceiptStatus Status { get; init; }

    /// <summary>Nothing was stored: this is what would have happened.</summary>
    public bool DryRun { get; init; }

    public string? Series { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary><see cref="BriefingKey.Edition"/> that it is stored under.</summary>
    public string Edition { get; init; } = "";

    /// <summary>Revision that the archive now has; null when refused.</summary>
    public int? Revision { get; init; }

    public string? Title { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>For a refused or held document, what is wrong and what to do.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>
    /// What its sender should know even though it was taken: that it has been released, or that its day is still to come or is not
    /// delivered automatically.
    /// </summary>
    public IReadOnlyList<LocalizedText> Notes { get; init; } = [];

    /// <summary>Lines that belong to no section, or to one that was not understood at all.</summary>
    public IReadOnlyList<UnplacedLine> Unplaced { get; init; } = [];

    public ReceiptCounts Counts { get; init; } = new();

    /// <summary>How many entries each section gave, in document order.</summary>
    public IReadOnlyList<ReceiptSection> Sections { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Compared with the previous revision; empty for a new briefing.</summary>
    public IReadOnlyList<ReceiptChange> Changes { get; init; } = [];

    /// <summary>The same in the words that the channels get, one line per post; empty for a new briefing.</summary>
    public IReadOnlyList<LocalizedText> Corrections { get; init; } = [];

    /// <summary>Which subscriptions get it, and when. Empty if held, refused, the same, or not to be delivered.</summary>
    public IReadOnlyList<ReceiptDelivery> Deliveries { get; init; } = [];

    /// <summary>Of a dry run: which posts in which channels it would change; empty for a new briefing.</summary>
    public IReadOnlyList<ReceiptPost> Posts { get; init; } = [];

    /// <summary>The sender asked for no deliveries.</summary>
    public bool Undelivered { get; init; }
}

/// <summary>How much of each kind was understood.</summary>
public sealed record ReceiptCounts(
    int Sections = 0,
    int News = 0,
    int Funding = 0,
    int Outlook = 0,
    int DeepDives = 0,
    int Tables = 0,
    int References = 0,
    int Insights = 0
)
{
    public static ReceiptCounts Of(Briefing briefing) =>
        new(
            briefing.Sections.Count,
            briefing.News.Count,
            briefing.Funding.Count,
            briefing.Outlook.Count,
            briefing.DeepDives.Count,
            briefing.Tables.Count,
            briefing.References.Count,
            briefing.Insights.Count
        );
}

/// <param name="Heading">As its author wrote it.</param>
/// <param name="Line">Line of the heading, from 1.</param>
/// <param name="Entries">0: it is prose, or nothing was understood, in which case there is a warning.</param>
public sealed record ReceiptSection(string Heading, int Line, int Entries);

public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <param name="Kind">What happened to the item.</param>
/// <param name="Item">Its type, kebab case: <c>news</c>, <c>funding</c>, <c>section</c>…</param>
/// <param name="Headline">Its headline, plain text.</param>
public sealed record ReceiptChange(ChangeKind Kind, string Item, string Headline);

/// <summary>What becomes of one post of a thread.</summary>
public enum PostFate
{
    /// <summary>What stands in the channel is edited.</summary>
    Edited,

    /// <summary>It is added at the end of the thread.</summary>
    Added,

    /// <summary>Nobody has seen it yet: it is sent as the new revision has it.</summary>
    Replaced,

    /// <summary>A reply at the end of the thread tells what was corrected.</summary>
    Told,
}

/// <param name="Channel"><c>web:local/briefings</c>.</param>
/// <param name="Post">Identity of its section; <c>root</c> for the root.</param>
/// <param name="Part">From 1.</param>
public sealed record ReceiptPost(string Channel, string Post, int Part, PostFate Fate)
{
    public static ReceiptPost Of(PlannedChange change) =>
        new(
            $"{change.Platform}:{change.Workspace}/{change.Channel}",
            change.Section,
            change.Part,
            change switch
            {
                { IsNotice: true } => PostFate.Told,
                { Kind: PostKind.Edit } => PostFate.Edited,
                { Kind: PostKind.Append } => PostFate.Added,
                _ => PostFate.Replaced,
            }
        );
}

/// <param name="Channel">The subscription's channel: <c>web:local/briefings</c>.</param>
/// <param name="DueAt">When its first post may be sent, or was sent.</param>
/// <param name="Sections">Kinds of the sections it gets, kebab case.</param>
public sealed record ReceiptDelivery(string Channel, DateTimeOffset DueAt, IReadOnlyList<string> Sections)
{
    /// <summary>How many posts its thread has, or would have; 0 if unknown.</summary>
    public int Posts { get; init; }

    /// <summary>Its useful window is over and nothing of it was sent: nobody gets it.</summary>
    public bool IsTooLate { get; init; }

    public static IReadOnlyList<ReceiptDelivery> Of(IReadOnlyList<PlannedDelivery> planned) =>
        [
            .. planned.Select(delivery => new ReceiptDelivery(
                $"{delivery.Platform}:{delivery.Workspace}/{delivery.Channel}",
                delivery.DueAt,
                delivery.Sections
            )
            {
                Posts = delivery.Posts,
                IsTooLate = delivery.IsTooLate,
            }),
        ];
}

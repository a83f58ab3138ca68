using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Log;

namespace Bot.Faults.Tests.Checking;

/// <summary>Everything known about a run once it is over: what the platform saw, what the ledger says, what the processes did.</summary>
/// <param name="Log">The server's log: ground truth.</param>
/// <param name="Deliveries">The ledger, with posts.</param>
/// <param name="Texts">Text of each frozen payload by its hash.</param>
/// <param name="Leases">Epochs of the tokens.</param>
/// <param name="Steps">Checkpoints reached by processes, in order of time; empty if nothing was traced.</param>
public sealed record History(
    IReadOnlyList<LogEntry> Log,
    IReadOnlyList<StoredDelivery> Deliveries,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyList<Lease> Leases,
    IReadOnlyList<Step> Steps
)
{
    /// <summary>Texts that must not contain a secret: transcripts, database dumps, pages.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The secrets that were in use.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    public IEnumerable<Post> Posts => Deliveries.SelectMany(delivery => delivery.Posts);

    /// <summary>Messages that were created, in order.</summary>
    public IEnumerable<LogEntry> Accepted => Log.Where(entry => entry.Kind == LogKind.Accepted);

    /// <summary>
    /// The bot itself deleted the message again: its thread was deleted while it was under way, and it had landed in the channel.
    /// </summary>
    public bool IsTakenBack(LogEntry message, Post post) =>
        post is { State: PostState.Failed, Reason: Reasons.ThreadGone }
        && Log.Any(entry =>
            entry is { Kind: LogKind.Deleted, Operation: "delete" }
            && (entry.Channel, entry.MessageId) == (message.Channel, message.MessageId)
            && entry.Sequence > message.Sequence
        );
}

/// <summary>A checkpoint that a process reached.</summary>
/// <param name="Name">As in <c>DeliveryCheckpoints</c>.</param>
public sealed record Step(DateTimeOffset At, int Process, string Name, string? Token, string? Key, int? Ordinal)
{
    /// <summary>Parses the lines that the startup hook writes.</summary>
    public static IReadOnlyList<Step> Read(string traceFile) =>
        File.Exists(traceFile) ? [.. File.ReadLines(traceFile).Select(Parse).OfType<Step>()] : [];

    private static Step? Parse(string line)
    {
        static string? Value(string text) => text == "-" ? null : text;
        // The last line may be cut off because its writer was killed.
        return
            line.Split(' ') is [var at, var process, var name, var token, var key, var ordinal]
            && int.TryParse(process, out var id)
            && DateTimeOffset.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var time)
            ? new Step(time, id, name, Value(token), Value(key), int.TryParse(ordinal, out var number) ? number : null)
            : null;
    }
}

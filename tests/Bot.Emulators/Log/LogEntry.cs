namespace Bot.Emulators.Log;

/// <summary>What an emulator notes. Everything that changes what people see is one of Accepted, Edited and Deleted.</summary>
public enum LogKind
{
    /// <summary>A request was read whole, before any decision.</summary>
    Asked,
    /// <summary>A message now exists.</summary>
    Accepted,
    Edited,
    Deleted,
    /// <summary>A look-up found the key.</summary>
    Found,
    /// <summary>A look-up did not find the key.</summary>
    Absent,
    /// <summary>Refused with a reason.</summary>
    Refused,
    /// <summary>Told to wait.</summary>
    Limited,
    /// <summary>Neither accepted nor refused: the decision was to do nothing.</summary>
    Ignored,
    /// <summary>A page of a channel or thread was read.</summary>
    Read,
    /// <summary>A command or click was answered, or something was shown to one person.</summary>
    Replied,
    /// <summary>A person, or another bot, posted.</summary>
    Said,
    /// <summary>A thread was opened for a message, or for itself.</summary>
    ThreadStarted,
    /// <summary>Something on a long-lived connection: opened, greeted, beaten, resumed, closed.</summary>
    Gateway,
}

/// <summary>One line of the ground truth.</summary>
/// <param name="Sequence">From 1, without gaps, in the order in which things became true.</param>
/// <param name="Operation"><c>send</c>, <c>find</c>, <c>edit</c> or <c>delete</c>; a platform may have more.</param>
/// <param name="Channel">Workspace and channel: <c>T1/general</c>.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset At, LogKind Kind, string Operation, string Channel)
{
    /// <summary>Number of the request on this server: what belongs together has the same.</summary>
    public long Request { get; init; }

    /// <summary>The platform's own name of the call; null where <see cref="Operation"/> is all there is.</summary>
    public string? Method { get; init; }

    /// <summary>The thread it goes to; null for a root.</summary>
    public string? Thread { get; init; }

    public string? Key { get; init; }

    public string? MessageId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the payload's text, to compare and not to read.</summary>
    public string? TextHash { get; init; }

    /// <summary>Which token asked: the first eight hex digits of its SHA-256.</summary>
    public string? Token { get; init; }

    /// <summary>Whom the message would notify by name (<c>everyone</c>, <c>role:ID</c>, <c>user:ID</c>); null: nobody.</summary>
    public IReadOnlyList<string>? Pings { get; init; }

    /// <summary>Reason of a refusal, wait in seconds, or the fault that was played.</summary>
    public string? Detail { get; init; }
}

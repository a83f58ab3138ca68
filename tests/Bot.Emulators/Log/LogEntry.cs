namespace Bot.Emulators.Log;

/// <summary>What an emulator logs. Every change that people can see is Accepted, Edited or Deleted.</summary>
public enum LogKind
{
    /// <summary>A request was read completely, before any decision.</summary>
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

    /// <summary>A command or click was answered, or something was shown to a single person.</summary>
    Replied,

    /// <summary>A person, or another bot, posted.</summary>
    Said,

    /// <summary>A thread was started from a message or on its own.</summary>
    ThreadStarted,

    /// <summary>An event on a long-lived connection: opened, greeted, heartbeat, resumed, closed.</summary>
    Gateway,
}

/// <summary>One line of the ground truth.</summary>
/// <param name="Sequence">From 1, without gaps, in the order of the events.</param>
/// <param name="Operation"><c>send</c>, <c>find</c>, <c>edit</c> or <c>delete</c>; a platform may have more.</param>
/// <param name="Channel">Workspace and channel: <c>T1/general</c>.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset At, LogKind Kind, string Operation, string Channel)
{
    /// <summary>Number of the request on this server; shared by entries that belong together.</summary>
    public long Request { get; init; }

    /// <summary>The platform's own name for the call; null if there is only <see cref="Operation"/>.</summary>
    public string? Method { get; init; }

    /// <summary>The thread it goes to; null for a root.</summary>
    public string? Thread { get; init; }

    public string? Key { get; init; }

    public string? MessageId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the payload's text, for comparison only.</summary>
    public string? TextHash { get; init; }

    /// <summary>The calling token: the first eight hex digits of its SHA-256.</summary>
    public string? Token { get; init; }

    /// <summary>Whom the message would notify by name (<c>everyone</c>, <c>role:ID</c>, <c>user:ID</c>); null for nobody.</summary>
    public IReadOnlyList<string>? Pings { get; init; }

    /// <summary>Reason for a refusal, wait in seconds, or the injected fault.</summary>
    public string? Detail { get; init; }
}

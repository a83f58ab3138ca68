namespace Bot.Emulators.Faults;

public enum DecisionKind
{
    Accept,
    Refuse,
    Limit,
    /// <summary>Does nothing and knows nothing of it later.</summary>
    Ignore,
    /// <summary>Answers as if it were accepted, and keeps nothing.</summary>
    Swallow,
}

/// <summary>What the server does with a request, whatever it then answers.</summary>
/// <param name="After">Waits this long first, whether or not the client still listens.</param>
/// <param name="Reason">Word of a refusal, as in <see cref="TestChat.Refusals"/>.</param>
/// <param name="RetryAfter">Value of the header as it is sent: <c>3</c>, <c>0.25</c>, an HTTP date; null: no header.</param>
/// <param name="Scope">How far a limit reaches: <c>channel</c>, <c>workspace</c> or <c>token</c>.</param>
public sealed record Decision(
    DecisionKind Kind,
    TimeSpan After = default,
    string? Reason = null,
    string? RetryAfter = null,
    string Scope = "channel")
{
    public static Decision Accept { get; } = new(DecisionKind.Accept);

    public static Decision Ignore { get; } = new(DecisionKind.Ignore);

    public static Decision Swallow { get; } = new(DecisionKind.Swallow);

    public static Decision Late(TimeSpan after) => new(DecisionKind.Accept, after);

    public static Decision Refuse(string reason) => new(DecisionKind.Refuse, Reason: reason);

    public static Decision Limit(string? retryAfter, string scope = "channel") =>
        new(DecisionKind.Limit, RetryAfter: retryAfter, Scope: scope);
}

using System.Text.Json.Serialization;

namespace Bot.Emulators.Faults;

public enum DecisionKind
{
    Accept,
    Refuse,
    Limit,

    /// <summary>Does nothing and remembers nothing.</summary>
    Ignore,

    /// <summary>Answers as if accepted, but stores nothing.</summary>
    Swallow,
}

/// <summary>What the server does with a request, independently of what it answers.</summary>
/// <param name="After">Waits this long first, whether or not the client is still listening.</param>
/// <param name="Reason">Reason for a refusal, from <see cref="TestChat.Refusals"/>.</param>
/// <param name="RetryAfter">Header value as sent: <c>3</c>, <c>0.25</c>, an HTTP date; null for no header.</param>
/// <param name="Scope">Scope of a limit: <c>channel</c>, <c>workspace</c> or <c>token</c>.</param>
public sealed record Decision(
    DecisionKind Kind,
    TimeSpan After = default,
    string? Reason = null,
    string? RetryAfter = null,
    string Scope = "channel"
)
{
    /// <summary>Waits for this too, whether or not the client is still listening; null: for nothing. Not over the control port.</summary>
    [JsonIgnore]
    public Task? Until { get; init; }

    public static Decision Accept { get; } = new(DecisionKind.Accept);

    public static Decision Ignore { get; } = new(DecisionKind.Ignore);

    public static Decision Swallow { get; } = new(DecisionKind.Swallow);

    public static Decision Late(Task until) => new(DecisionKind.Accept) { Until = until };

    public static Decision Refuse(string reason) => new(DecisionKind.Refuse, Reason: reason);

    public static Decision Limit(string? retryAfter, string scope = "channel") =>
        new(DecisionKind.Limit, RetryAfter: retryAfter, Scope: scope);

    /// <summary>Lets the time pass that the decision takes.</summary>
    internal async Task WaitAsync(CancellationToken stopping)
    {
        await Task.Delay(After, stopping);
        await (Until ?? Task.CompletedTask).WaitAsync(stopping);
    }
}

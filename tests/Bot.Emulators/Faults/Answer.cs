using System.Text.Json.Serialization;

namespace Bot.Emulators.Faults;

public enum AnswerKind
{
    /// <summary>The normal answer for the decision.</summary>
    Honest,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing until the client disconnects.</summary>
    Silence,

    /// <summary><see cref="Answer.Status"/> with a plain body.</summary>
    Status,

    /// <summary>The first bytes of the honest answer, then the connection ends.</summary>
    Partial,

    /// <summary>200 with a captive portal's page.</summary>
    NotJson,

    /// <summary>200 with an error that does not say what was done.</summary>
    InternalError,

    /// <summary>302 to <see cref="Answer.Location"/>.</summary>
    Redirect,

    /// <summary>The honest answer, one byte at a time.</summary>
    SlowLoris,

    /// <summary>An endless stream of headers.</summary>
    EndlessHeaders,

    /// <summary>200 with a gigabyte of body.</summary>
    GiantBody,
}

/// <summary>What the server answers, independently of what it did.</summary>
/// <param name="After">Waits this long between acting and answering.</param>
/// <param name="RetryAfter">Header for a <see cref="AnswerKind.Status"/>; null for none.</param>
/// <param name="Location">Target of a <see cref="AnswerKind.Redirect"/>.</param>
public sealed record Answer(AnswerKind Kind, int Status = 200, TimeSpan After = default, string? RetryAfter = null, string? Location = null)
{
    /// <summary>Error of an <see cref="AnswerKind.InternalError"/>; null for the platform's usual one.</summary>
    public string? Error { get; init; }

    /// <summary>Answers only once this has completed; null: at once. Not over the control port.</summary>
    [JsonIgnore]
    public Task? Until { get; init; }

    public static Answer Honest { get; } = new(AnswerKind.Honest);

    public static Answer Reset { get; } = new(AnswerKind.Reset);

    public static Answer Silence { get; } = new(AnswerKind.Silence);

    public static Answer Delayed(TimeSpan after) => new(AnswerKind.Honest, After: after);

    public static Answer Held(Task until) => new(AnswerKind.Honest) { Until = until };

    public static Answer Of(AnswerKind kind) => new(kind);

    public static Answer WithStatus(int status, string? retryAfter = null) => new(AnswerKind.Status, status, RetryAfter: retryAfter);

    public static Answer RedirectTo(string location) => new(AnswerKind.Redirect, 302, Location: location);
}

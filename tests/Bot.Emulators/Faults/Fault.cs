namespace Bot.Emulators.Faults;

/// <summary>One scripted fault: which calls it applies to, what happens to them, and what is answered.</summary>
/// <param name="Decision">Null to decide as without a script.</param>
/// <param name="Answer">Null for the honest answer.</param>
public sealed record Fault(Decision? Decision, Answer? Answer)
{
    /// <summary><c>send</c>, <c>find</c>, <c>edit</c>, <c>delete</c>, or the platform's own name for a call; null for any.</summary>
    public string? Operation { get; init; }

    /// <summary>Workspace and channel, or only a workspace (<c>T1</c>); null for any.</summary>
    public string? Channel { get; init; }

    /// <summary>True for roots only, false for replies only, null for both.</summary>
    public bool? Root { get; init; }

    /// <summary>True for requests on a reused connection only.</summary>
    public bool? Reused { get; init; }

    /// <summary>An event on the platform just before the call is handled, by its name in the emulator; null for none.</summary>
    public string? Meanwhile { get; init; }

    /// <summary>Lets this many matching calls pass first.</summary>
    public int Skip { get; init; }

    /// <summary>Applies to this many calls; null for all that follow.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Fraction of matching calls it applies to, 0 to 1, using the server's seeded random generator.</summary>
    public double Chance { get; init; } = 1;

    public bool Fits(FaultCall call) =>
        (Operation is null || Operation == call.Operation || Operation == call.Method)
        && (Channel is null || Channel == call.Channel || call.Channel.StartsWith(Channel + "/", StringComparison.Ordinal))
        && (Root is null || Root == call.IsRoot)
        && (Reused is null || Reused == call.IsReused);
}

/// <summary>The properties of a call that faults match.</summary>
public sealed record FaultCall(string Operation, string Channel, bool IsRoot, bool IsReused)
{
    /// <summary>The platform's own name for the call; null if there is only <see cref="Operation"/>.</summary>
    public string? Method { get; init; }
}

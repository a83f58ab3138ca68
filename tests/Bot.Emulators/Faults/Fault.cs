namespace Bot.Emulators.Faults;

/// <summary>One scripted fault: which calls it meets, what is done with them and what is answered.</summary>
/// <param name="Decision">Null: as the server would without a script.</param>
/// <param name="Answer">Null: honest.</param>
public sealed record Fault(Decision? Decision, Answer? Answer)
{
    /// <summary><c>send</c>, <c>find</c>, <c>edit</c>, <c>delete</c>, or the platform's own name of a call; null: any.</summary>
    public string? Operation { get; init; }

    /// <summary>Workspace and channel, or a workspace alone (<c>T1</c>); null: any.</summary>
    public string? Channel { get; init; }

    /// <summary>True: roots only; false: replies only; null: both.</summary>
    public bool? Root { get; init; }

    /// <summary>True: only requests on a connection that has carried one before.</summary>
    public bool? Reused { get; init; }

    /// <summary>What happens on the platform just before the call is judged, in the emulator's words; null: nothing.</summary>
    public string? Meanwhile { get; init; }

    /// <summary>Lets this many fitting calls pass first.</summary>
    public int Skip { get; init; }

    /// <summary>Meets this many calls; null: all that follow.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Share of the fitting calls that it meets, 0 to 1, by the server's seeded chance.</summary>
    public double Chance { get; init; } = 1;

    public bool Fits(FaultCall call) =>
        (Operation is null || Operation == call.Operation || Operation == call.Method)
        && (Channel is null || Channel == call.Channel || call.Channel.StartsWith(Channel + "/", StringComparison.Ordinal))
        && (Root is null || Root == call.IsRoot)
        && (Reused is null || Reused == call.IsReused);
}

/// <summary>A call as faults see it.</summary>
public sealed record FaultCall(string Operation, string Channel, bool IsRoot, bool IsReused)
{
    /// <summary>The platform's own name; null where <see cref="Operation"/> is all there is.</summary>
    public string? Method { get; init; }
}

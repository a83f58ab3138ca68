using Bot.Briefings;
using Bot.Chat;

namespace Bot.Archive.Saving;

public sealed record SaveRequest
{
    /// <summary>1 to 64 characters.</summary>
    public required string Series { get; init; }

    /// <summary><see cref="BriefingKey.Edition"/>: the document's own, or the one given by its sender.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The day it is stored under: the document's own, or the one given by its sender.</summary>
    public required DateOnly Date { get; init; }

    public required BriefingReading Reading { get; init; }

    /// <summary><see cref="BriefingReader.Stamp"/> of the reader that read it.</summary>
    public string ReadBy { get; init; } = "";

    /// <summary><see cref="Entities.StoredRevision.Origin"/>.</summary>
    public required string Origin { get; init; }

    public bool IsSample { get; init; }

    /// <summary>Hold a new briefing until it is confirmed. An existing briefing's held state does not change.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Why it is held, where that is known.</summary>
    public HoldReason? HeldFor { get; init; }

    /// <summary>Its deliveries are to be planned. Stored with it, so that whoever dies before planning them leaves a trace.</summary>
    public bool Deliver { get; init; }
}

namespace Bot.Chat;

/// <summary>What a briefing must reach to be delivered without a person's word. The default lets everything pass.</summary>
public sealed record SeriesGate
{
    /// <summary>Sections that it has at least.</summary>
    public int LeastSections { get; init; }

    /// <summary>Least share of its text that belongs to an entry or a section of prose, 0 to 1.</summary>
    public double LeastUnderstood { get; init; }

    /// <summary>Citations whose number no reference has, at most.</summary>
    public int MostUnresolved { get; init; } = int.MaxValue;
}

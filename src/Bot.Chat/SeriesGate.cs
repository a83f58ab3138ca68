namespace Bot.Chat;

/// <summary>What a briefing must satisfy to be delivered without a person's approval. The default lets everything pass.</summary>
public sealed record SeriesGate
{
    /// <summary>Minimum number of sections.</summary>
    public int LeastSections { get; init; }

    /// <summary>Minimum share of its text that belongs to an entry or a prose section, 0 to 1.</summary>
    public double LeastUnderstood { get; init; }

    /// <summary>Maximum number of citations without a matching reference.</summary>
    public int MostUnresolved { get; init; } = int.MaxValue;
}

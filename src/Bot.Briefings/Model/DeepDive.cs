namespace Bot.Briefings.Model;

/// <summary>An entry of a <see cref="SectionKind.FutureTech"/> section.</summary>
public sealed record DeepDive : Entry
{
    public required string Title { get; init; }
}

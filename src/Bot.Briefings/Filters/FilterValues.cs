using Bot.Briefings.Model;

namespace Bot.Briefings.Filters;

/// <summary>
/// What only the asker's surroundings know: what "last month" is, and what sections are called. Canonical values need none of it.
/// </summary>
/// <param name="Days">The days that a text names, an open end being null; null if it names none.</param>
/// <param name="Sections">The kinds of section that a text names; empty for none.</param>
public sealed record FilterValues(Func<string, (DateOnly? From, DateOnly? To)?> Days, Func<string, IReadOnlyList<SectionKind>> Sections)
{
    public static FilterValues Canonical { get; } = new(_ => null, _ => []);
}

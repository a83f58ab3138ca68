using Bot.Briefings.Model;

namespace Bot.Chat.Sections;

/// <summary>The sections named in a text.</summary>
/// <param name="Kinds">In canonical order; empty if it names none, or all.</param>
/// <param name="SaysAll">Whether it asks for all of them.</param>
/// <param name="Unknown">Words that name no kind.</param>
public sealed record SectionReading(IReadOnlyList<SectionKind> Kinds, bool SaysAll, IReadOnlyList<string> Unknown);

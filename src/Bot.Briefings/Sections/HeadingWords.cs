using Bot.Briefings.Model;

namespace Bot.Briefings.Sections;

/// <summary>What the known words of a heading say.</summary>
/// <param name="Kind">The kind with the most weight; null if none has enough.</param>
/// <param name="Weight">Of that kind's words.</param>
/// <param name="Unknown">Width of the words that are not known, in Latin letters.</param>
/// <param name="KnownShare">0 to 1: how much of the heading's width is known words.</param>
internal readonly record struct HeadingWords(SectionKind? Kind, double Weight, int Unknown, double KnownShare);

using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>A line that may name a section, the title or an entry.</summary>
/// <param name="Block">The heading, or the paragraph that the line opens.</param>
/// <param name="Level">1 to 6; <see cref="BoldLevel"/> for a bold line.</param>
/// <param name="Text">Plain text of the line.</param>
/// <param name="Bold">Null for a heading.</param>
/// <param name="IsSetOff">A rule or nothing stands before it.</param>
/// <param name="Named">The kind that its words name, little else standing beside them; else null.</param>
/// <param name="Kind">The kind of a section that it would name; null if its words name none.</param>
/// <param name="HasDate">It holds a date with month and day.</param>
internal sealed record HeadLine(LeafBlock Block, int Level, string Text, BoldLine? Bold, bool IsSetOff, SectionKind? Named, SectionKind? Kind, bool HasDate)
{
    public const int BoldLevel = 7;

    /// <summary>Nothing but the line stands in its block.</summary>
    public bool IsAlone => Bold?.Next is null;

    public bool HasMark => Bold?.HasMark ?? false;
}

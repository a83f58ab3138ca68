using Bot.Briefings.Dates;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Sections;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>A line that may name a section, the title or an entry.</summary>
/// <param name="Block">The heading, or the paragraph that the line opens.</param>
/// <param name="Level">1 to 6; <see cref="BoldLevel"/> for a bold line.</param>
/// <param name="Text">Plain text of the line.</param>
/// <param name="Bold">Null for a heading.</param>
/// <param name="IsSetOff">It is preceded by a rule or nothing.</param>
internal sealed record HeadLine(LeafBlock Block, int Level, string Text, BoldLine? Bold, bool IsSetOff, Vocabulary Vocabulary)
{
    public const int BoldLevel = 7;

    /// <summary>A longer line is not a heading.</summary>
    public const int Longest = 200;

    private readonly Lazy<SectionKind?> _named = new(() => Text.Length <= Longest ? SectionClassifier.Named(Text, Vocabulary) : null);
    private readonly Lazy<SectionKind?> _kind = new(() => Text.Length <= Longest ? SectionClassifier.Classify(Text, Vocabulary) : null);
    private readonly Lazy<bool> _hasDate = new(() =>
        Text.Length <= Longest && DateScanner.FindAll(Folding.Fold(Text)).Exists(date => date is { Month: not null, Day: not null })
    );

    /// <summary>The kind that its words name, if there is little else in it; otherwise null.</summary>
    public SectionKind? Named => _named.Value;

    /// <summary>The kind of section that it would name; null if its words name none.</summary>
    public SectionKind? Kind => _kind.Value;

    /// <summary>Whether it contains a date with month and day.</summary>
    public bool HasDate => _hasDate.Value;

    /// <summary>Whether the line is all there is in its block.</summary>
    public bool IsAlone => Bold?.Next is null;

    public bool HasMark => Bold?.HasMark ?? false;
}

using Bot.Briefings.Dates;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Sections;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>A line that may name a section, the title or an entry.</summary>
internal sealed class HeadLine(LeafBlock block, int level, string text, BoldLine? bold, bool isSetOff, Vocabulary vocabulary)
{
    public const int BoldLevel = 7;

    /// <summary>A longer line is not a heading.</summary>
    public const int Longest = 200;

    private (bool Asked, SectionKind? Kind) _named;
    private (bool Asked, SectionKind? Kind) _kind;
    private bool? _hasDate;
    private HeadingWords? _words;

    /// <summary>The heading, or the paragraph that the line opens.</summary>
    public LeafBlock Block => block;

    /// <summary>1 to 6; <see cref="BoldLevel"/> for a bold line.</summary>
    public int Level => level;

    /// <summary>Plain text of the line.</summary>
    public string Text => text;

    private string Folded => field ??= Folding.Fold(text);

    private HeadingWords Words => _words ??= SectionClassifier.ReadFolded(Folded, vocabulary);

    /// <summary>Null for a heading.</summary>
    public BoldLine? Bold => bold;

    /// <summary>It is preceded by a rule or nothing.</summary>
    public bool IsSetOff => isSetOff;

    /// <summary>The kind that its words name, if there is little else in it; otherwise null.</summary>
    public SectionKind? Named
    {
        get
        {
            if (!_named.Asked)
            {
                _named = (true, Text.Length <= Longest ? SectionClassifier.Named(Text, Words, vocabulary) : null);
            }

            return _named.Kind;
        }
    }

    public bool NamesReferences =>
        Text.Length <= Longest && vocabulary.ReferenceHeadings.Contains(Folded) && Named == SectionKind.References;

    /// <summary>The kind of section that it would name; null if its words name none.</summary>
    public SectionKind? Kind
    {
        get
        {
            if (!_kind.Asked)
            {
                _kind = (true, Text.Length <= Longest ? SectionClassifier.Classify(Text, Words, vocabulary) : null);
            }

            return _kind.Kind;
        }
    }

    /// <summary>Whether it contains a date with month and day.</summary>
    public bool HasDate =>
        _hasDate ??= Text.Length <= Longest && DateScanner.FindAll(Folded).Exists(date => date is { Month: not null, Day: not null });

    /// <summary>Whether the line is all there is in its block.</summary>
    public bool IsAlone => Bold?.Next is null;

    public bool HasMark => Bold?.HasMark ?? false;
}

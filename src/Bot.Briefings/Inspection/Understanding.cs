using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Briefings.Inspection;

/// <summary>How much of a document was understood.</summary>
/// <param name="Sections">Section headings.</param>
/// <param name="Share">Share of the text (characters below the title) that belongs to an entry or a section of prose, 0 to 1.</param>
/// <param name="Unresolved">Citations whose number has no reference; each occurrence counts.</param>
/// <param name="Unplaced">Lines that belong to no section, or to one that was not understood at all.</param>
public sealed record Understanding(int Sections, double Share, int Unresolved, IReadOnlyList<UnplacedLine> Unplaced)
{
    public static Understanding Of(BriefingReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var briefing = reading.Briefing;
        var dark = briefing
            .Warnings.Where(warning => warning.Code == WarningCodes.NothingUnderstood)
            .Select(warning => warning.Position.Line)
            .ToHashSet();
        var all = reading.Preface.Sum(Length) + reading.Sections.Sum(blocks => blocks.Sum(Length)) + reading.Loose.Sum(Length);
        var outside = reading
            .Loose.Concat(
                briefing
                    .Sections.Zip(reading.Sections)
                    .Where(pair => dark.Contains(pair.First.Position.Line))
                    .SelectMany(pair => pair.Second)
            )
            .OrderBy(block => block.Span.Start)
            .ToList();
        return new Understanding(
            briefing.Sections.Count,
            all == 0 ? 1 : 1 - (outside.Sum(Length) / (double)all),
            briefing.Warnings.Count(warning => warning.Code == WarningCodes.DanglingCitation),
            [.. outside.SelectMany(block => Lines(block, reading.Source))]
        );
    }

    private static int Length(Block block) => Math.Max(0, block.Span.Length);

    private static IEnumerable<UnplacedLine> Lines(Block block, string source)
    {
        var end = Math.Min(block.Span.End + 1, source.Length);
        var text = source[Math.Min(block.Span.Start, end)..end];
        return text.Split('\n')
            .Index()
            .Select(line => new UnplacedLine(block.Line + 1 + line.Index, line.Item.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text.AsSpan().ContainsAnyExcept("-*_= "));
    }
}

/// <param name="Line">From 1.</param>
/// <param name="Text">As written, trimmed.</param>
public sealed record UnplacedLine(int Line, string Text);

using System.Text;
using Bot.Briefings;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Briefings.Text;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Archive.Saving;

/// <summary>Finds what a briefing says outside of its entries, so that search finds all of its text: the lead, prose, tables.</summary>
internal static class RunningTexts
{
    /// <summary>A mark or a rule is no text. In letters and digits.</summary>
    private const int Shortest = 2;

    /// <param name="entries">Headlines and texts of the entries by section.</param>
    /// <returns>With the heading above it, or the title, and its plain text.</returns>
    public static IEnumerable<(string Heading, string Plain, RunningText Text)> Of(BriefingReading reading, ILookup<int, string> entries)
    {
        var briefing = reading.Briefing;
        if (briefing.Title is { } title)
        {
            yield return (title, title, new RunningText { SectionOrder = 0, Markdown = title });
        }

        foreach (var passage in Of(reading, 0, briefing.Title ?? "", reading.Preface, []))
        {
            yield return passage;
        }

        foreach (var (section, blocks) in briefing.Sections.Zip(reading.Sections))
        {
            if (section.Kind != SectionKind.References)
            {
                foreach (var passage in Of(reading, section.Order, section.Heading, blocks, [.. entries[section.Order].Select(Letters)]))
                {
                    yield return passage;
                }
            }
        }
    }

    private static IEnumerable<(string Heading, string Plain, RunningText Text)> Of(
        BriefingReading reading,
        int section,
        string heading,
        IEnumerable<Block> blocks,
        IReadOnlyList<string> entries
    )
    {
        foreach (var block in blocks.SelectMany(Pieces))
        {
            var plain = PlainText.Of(block);
            var letters = Letters(plain);
            if (letters.Length >= Shortest && !entries.Any(entry => entry.Contains(letters, StringComparison.Ordinal)))
            {
                var text = new RunningText
                {
                    SectionOrder = section,
                    Markdown = Source(reading.Source, block),
                    Citations = [.. Walk.Inlines<CitationInline>(block).SelectMany(citation => citation.Numbers).Distinct()],
                };
                yield return (heading.Length > 0 ? heading : plain, plain, text);
            }
        }
    }

    /// <summary>Lists by entries, tables by rows: a passage is what one reads at once.</summary>
    private static IEnumerable<Block> Pieces(Block block) =>
        block switch
        {
            ListBlock list => list,
            Table table => table.OfType<TableRow>().Where(row => !row.IsHeader),
            _ => [block],
        };

    private static string Source(string source, Block block) =>
        block.Span is { Start: >= 0, Length: > 0 } span && span.End < source.Length ? source.Substring(span.Start, span.Length) : "";

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            letters.Append(rune.ToString());
        }

        return letters.ToString();
    }
}

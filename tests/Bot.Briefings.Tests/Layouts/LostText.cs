using System.Text;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Tests.Layouts;

/// <summary>Looks for sentences of a source that stand in no part of what was read.</summary>
internal static class LostText
{
    private static readonly char[] Ends = ['。', '！', '？', '\n'];

    /// <summary>
    /// The first sentence of the tree that stands neither in title, headings, preface, sections nor loose ends; null if all do.
    /// </summary>
    public static string? In(string source, BriefingReading reading)
    {
        var kept = new StringBuilder(Letters(reading.Briefing.Title ?? ""));
        foreach (var section in reading.Briefing.Sections)
        {
            kept.Append('\n').Append(Letters(section.Heading));
        }

        foreach (var block in reading.Preface.Concat(reading.Sections.SelectMany(blocks => blocks)).Concat(reading.Loose))
        {
            kept.Append('\n').Append(Letters(PlainText.Of(block)));
            if (block is LinkReferenceDefinitionGroup)
            {
                kept.Append('\n')
                    .Append(
                        Letters(
                            reading.Source.Substring(
                                block.Span.Start,
                                Math.Max(0, Math.Min(block.Span.Length, reading.Source.Length - block.Span.Start))
                            )
                        )
                    );
            }
        }

        var all = kept.ToString();
        var tree = Markdig.Markdown.Parse(source, BriefingPipeline.Instance);
        return tree.Descendants<LeafBlock>()
            .Where(leaf => leaf is not (CodeBlock or HtmlBlock) && leaf.Inline is not null)
            .SelectMany(leaf => new PlainText(keepsLines: true).Take(leaf).Split(Ends, StringSplitOptions.RemoveEmptyEntries))
            .Where(sentence =>
                !sentence.StartsWith("layout:", StringComparison.Ordinal) && !sentence.StartsWith("tags:", StringComparison.Ordinal)
            )
            .FirstOrDefault(sentence => Letters(sentence) is { Length: > 0 } letters && !all.Contains(letters, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Markdig.Syntax;

namespace Bot.Briefings.Funding;

/// <summary>The lines above a section's tables, by their rows.</summary>
internal sealed class TableCaptions
{
    private readonly Dictionary<TextPosition, string> _captions = [];

    public TableCaptions(OutlineSection section, IReadOnlyList<TableView> tables, ReadingContext context)
    {
        foreach (var table in tables)
        {
            var before = section.Blocks.IndexOf(table.Table) - 1;
            if (before >= 0 && section.Blocks[before] is ParagraphBlock or HeadingBlock)
            {
                var caption = context.Plain(section.Blocks[before]);
                foreach (var row in table.Rows)
                {
                    _captions[row.Position] = caption;
                }
            }
        }
    }

    /// <summary>Empty if there is no line above the row's table.</summary>
    public string Of(OutlineEntry row) => _captions.GetValueOrDefault(row.Position, "");
}

using System.Text.Json;
using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>Decides whether an item's content changed, regardless of its position in the document.</summary>
internal static class Fingerprint
{
    public static bool Same(ItemKind kind, string before, string after) => before == after || Of(kind, before) == Of(kind, after);

    private static string? Of(ItemKind kind, string data)
    {
        try
        {
            return kind switch
            {
                ItemKind.News => EntryJson.Write(EntryJson.ReadNews(data) with { SectionOrder = 0, Position = default }),
                ItemKind.Funding => EntryJson.Write(EntryJson.ReadFunding(data) with { SectionOrder = 0, Position = default }),
                ItemKind.Outlook => EntryJson.Write(EntryJson.ReadOutlook(data) with { SectionOrder = 0, Position = default }),
                ItemKind.DeepDive => EntryJson.Write(EntryJson.ReadDeepDive(data) with { SectionOrder = 0, Position = default }),
                ItemKind.ComparisonRow => EntryJson.Write(EntryJson.ReadComparisonRow(data) with { SectionOrder = 0, Table = 0 }),
                ItemKind.Insight => EntryJson.Write(EntryJson.ReadInsight(data) with { SectionOrder = 0, Position = default }),
                ItemKind.Text => EntryJson.Write(EntryJson.ReadText(data) with { SectionOrder = 0 }),
                _ => EntryJson.Write(EntryJson.ReadReference(data) with { Position = default }),
            };
        }
        catch (JsonException)
        {
            // Written by a version with a different entry format: the rewritten row counts as changed.
            return null;
        }
    }
}

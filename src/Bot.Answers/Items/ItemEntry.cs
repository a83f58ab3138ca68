using System.Runtime.CompilerServices;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;

namespace Bot.Answers.Items;

/// <summary>What all kinds of items have in common.</summary>
/// <param name="Markdown">The author's Markdown of the whole item.</param>
/// <param name="Citations">Cited reference numbers.</param>
public sealed record ItemEntry(string Markdown, IReadOnlyList<int> Citations)
{
    // Collected with the item; an answer asks for the same entry in several places.
    private static readonly ConditionalWeakTable<ArchivedItem, ItemEntry> Entries = [];

    public static ItemEntry Of(ArchivedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Entries.GetValue(item, Read);
    }

    private static ItemEntry Read(ArchivedItem item)
    {
        switch (item.Kind)
        {
            case ItemKind.News:
                var news = EntryJson.ReadNews(item.Data);
                return new(news.Markdown, news.Citations);
            case ItemKind.Funding:
                var round = EntryJson.ReadFunding(item.Data);
                return new(round.Markdown, round.Citations);
            case ItemKind.Outlook:
                var outlook = EntryJson.ReadOutlook(item.Data);
                return new(outlook.Markdown, outlook.Citations);
            case ItemKind.DeepDive:
                var dive = EntryJson.ReadDeepDive(item.Data);
                return new(dive.Markdown, dive.Citations);
            case ItemKind.Insight:
                var insight = EntryJson.ReadInsight(item.Data);
                return new(insight.Markdown, insight.Citations);
            case ItemKind.Text:
                var text = EntryJson.ReadText(item.Data);
                return new(text.Markdown, text.Citations);
            default:
                return new(item.Text, []);
        }
    }
}

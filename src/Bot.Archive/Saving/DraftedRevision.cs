using Bot.Archive.Search;
using Bot.Briefings;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>A revision as it is read now, ready to be written: all that takes time but no database is done.</summary>
/// <param name="Drafts">Its items, with the words that find them.</param>
internal sealed record DraftedRevision(Briefing Briefing, IReadOnlyList<ItemDraft> Drafts)
{
    public static DraftedRevision Of(BriefingReading reading)
    {
        var drafts = ItemDrafts.Of(reading);
        foreach (var draft in drafts.Where(draft => SearchIndex.Covers(draft.Kind)))
        {
            _ = draft.Words;
        }

        return new DraftedRevision(reading.Briefing, drafts);
    }
}

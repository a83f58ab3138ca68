using Bot.Archive.Entities;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>The companies named in a briefing, as rows.</summary>
internal static class Mentions
{
    /// <summary>
    /// One row per company, role and item; for running text one per company and section. <paramref name="items"/> is
    /// parallel to <paramref name="drafts"/>, and its rows already have ids.
    /// </summary>
    public static IReadOnlyList<StoredMention> Of(
        StoredBriefing stored,
        Briefing briefing,
        IReadOnlyList<ItemDraft> drafts,
        IReadOnlyList<StoredItem> items
    )
    {
        var rows = new List<StoredMention>();
        var seen = new HashSet<(string Key, MentionRole Role, int Section, long? Item)>();
        var inItems = new HashSet<(string Key, MentionRole Role, int Section)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            foreach (var (name, role) in drafts[i].Companies)
            {
                var key = StoredText.CompanyKey(name);
                inItems.Add((key, role, drafts[i].SectionOrder));
                Add(name, key, role, drafts[i].SectionOrder, items[i]);
            }
        }

        foreach (var mention in briefing.Companies)
        {
            var key = StoredText.CompanyKey(mention.Name);
            if (!inItems.Contains((key, mention.Role, mention.SectionOrder)))
            {
                Add(mention.Name, key, mention.Role, mention.SectionOrder, null);
            }
        }

        return rows;

        void Add(string name, string key, MentionRole role, int section, StoredItem? item)
        {
            if (key == "" || !seen.Add((key, role, section, item?.Id)))
            {
                return;
            }

            rows.Add(
                new StoredMention
                {
                    BriefingId = stored.Id,
                    Series = stored.Series,
                    Date = stored.Date,
                    CompanyKey = key,
                    Name = StoredText.Clean(name),
                    Role = role,
                    SectionOrder = section,
                    ItemId = item?.Id,
                    DealId = item?.DealId,
                    IsHeld = stored.IsHeld,
                }
            );
        }
    }
}

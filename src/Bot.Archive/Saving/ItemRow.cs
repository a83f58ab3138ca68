using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>Converts drafts to rows.</summary>
internal static class ItemRow
{
    /// <summary>A new row, first seen in the briefing's newest revision.</summary>
    public static StoredItem Of(ItemDraft draft, StoredBriefing briefing)
    {
        var item = new StoredItem
        {
            BriefingId = briefing.Id,
            Series = briefing.Series,
            Date = briefing.Date,
            Kind = draft.Kind,
            Key = draft.Key,
            Headline = draft.Headline,
            Text = draft.Text,
            Data = draft.Data,
            FirstRevision = briefing.Revision,
            IsHeld = briefing.IsHeld,
        };
        Update(item, draft);
        return item;
    }

    /// <summary>Updates the row from the draft; its id and first revision stay.</summary>
    public static void Update(StoredItem item, ItemDraft draft)
    {
        item.Key = draft.Key;
        item.Section = draft.Section;
        item.SectionOrder = draft.SectionOrder;
        item.Ordinal = draft.Ordinal;
        item.Headline = draft.Headline;
        item.Text = draft.Text;
        item.Data = draft.Data;
        item.CompanyKey = draft.CompanyKey;
        item.Stage = draft.Round?.Stage is { } stage ? StoredText.Bound(stage) : null;
        item.Currency = draft.Round?.Amount?.Currency;
        item.AmountFrom = (double?)(draft.Round?.Amount?.Value ?? draft.Round?.Amount?.Min);
        item.AmountTo = (double?)(draft.Round?.Amount?.Value ?? draft.Round?.Amount?.Max);
        item.Horizon = draft.Horizon;
        item.Number = draft.Number;
        item.GoneInRevision = null;
    }
}

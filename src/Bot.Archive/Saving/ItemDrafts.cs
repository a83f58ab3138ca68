using Bot.Archive.Entities;
using Bot.Briefings;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>Turns a briefing into the items stored in the archive, each kind in document order.</summary>
internal sealed class ItemDrafts
{
    private readonly Briefing _briefing;
    private readonly Dictionary<int, SectionKind> _kinds;
    private readonly List<ItemDraft> _drafts = [];
    private readonly int[] _ordinals = new int[Enum.GetValues<ItemKind>().Length];

    private ItemDrafts(Briefing briefing)
    {
        _briefing = briefing;
        _kinds = briefing.Sections.ToDictionary(section => section.Order, section => section.Kind);
    }

    public static IReadOnlyList<ItemDraft> Of(Briefing briefing)
    {
        var drafts = new ItemDrafts(briefing);
        drafts.AddAll();
        return drafts._drafts;
    }

    /// <summary>With the text outside of entries.</summary>
    public static IReadOnlyList<ItemDraft> Of(BriefingReading reading)
    {
        var drafts = new ItemDrafts(reading.Briefing);
        drafts.AddAll();
        var entries = drafts._drafts.ToLookup(draft => draft.SectionOrder, draft => $"{draft.Headline} {draft.Text}");
        foreach (var (heading, plain, text) in RunningTexts.Of(reading, entries))
        {
            drafts.Add(ItemKind.Text, StoredText.Fold(plain), text.SectionOrder, heading, plain, EntryJson.Write(text));
        }

        return drafts._drafts;
    }

    private void AddAll()
    {
        foreach (var item in _briefing.News)
        {
            Add(
                ItemKind.News,
                StoredText.Fold(item.Headline),
                item.SectionOrder,
                item.Headline,
                SearchText.Plain(item.Markdown),
                EntryJson.Write(item),
                draft => draft with { Companies = [.. item.Companies.Select(name => (name, MentionRole.Headline))] }
            );
        }

        foreach (var round in _briefing.Funding)
        {
            Add(round);
        }

        foreach (var outlook in _briefing.Outlook)
        {
            Add(
                ItemKind.Outlook,
                outlook.Horizon.ToString(),
                outlook.SectionOrder,
                outlook.Label,
                outlook.Text,
                EntryJson.Write(outlook),
                draft => draft with { Horizon = outlook.Horizon }
            );
        }

        foreach (var dive in _briefing.DeepDives)
        {
            Add(
                ItemKind.DeepDive,
                StoredText.Fold(dive.Title),
                dive.SectionOrder,
                dive.Title,
                SearchText.Plain(dive.Markdown),
                EntryJson.Write(dive)
            );
        }

        foreach (var insight in _briefing.Insights)
        {
            // A paragraph without a headline is identified by its beginning.
            var headline = insight.Headline ?? insight.Text;
            Add(
                ItemKind.Insight,
                StoredText.Fold(headline),
                insight.SectionOrder,
                headline,
                SearchText.Plain(insight.Markdown),
                EntryJson.Write(insight)
            );
        }

        AddComparisons();
        var references = _briefing.Sections.FirstOrDefault(section => section.Kind == SectionKind.References)?.Order ?? 0;
        foreach (var reference in _briefing.References)
        {
            Add(
                ItemKind.Reference,
                ReferenceKey(reference),
                references,
                reference.Title ?? reference.Text,
                reference.Text,
                EntryJson.Write(reference),
                draft => draft with { Number = reference.Number }
            );
        }
    }

    private void Add(FundingRound round)
    {
        var key = StoredText.CompanyKey(round.Company);
        var text =
            round.Fields.Count == 0
                ? SearchText.Plain(round.Markdown)
                : string.Join(
                    ' ',
                    round
                        .Fields.Where(field => field.Role != FieldRole.Citations)
                        .Select(field => SearchText.Plain(field.Markdown))
                        .Where(cell => cell != "")
                );
        Add(
            ItemKind.Funding,
            key,
            round.SectionOrder,
            round.Company,
            text,
            EntryJson.Write(round),
            draft =>
                draft with
                {
                    CompanyKey = key,
                    Round = round,
                    Companies = [(round.Company, MentionRole.Funded), .. round.Investors.Select(name => (name, MentionRole.Investor))],
                }
        );
    }

    private void AddComparisons()
    {
        foreach (var section in _briefing.Tables.Where(table => table.Section == SectionKind.Analysis).GroupBy(table => table.SectionOrder))
        {
            var number = 0;
            foreach (var table in section)
            {
                number++;
                foreach (var cells in table.Rows)
                {
                    var row = new ComparisonRow
                    {
                        SectionOrder = section.Key,
                        Table = number,
                        Columns = table.Columns,
                        Cells = cells,
                    };
                    var plain = cells.Select(SearchText.Plain).ToArray();
                    Add(
                        ItemKind.ComparisonRow,
                        StoredText.Fold(plain.FirstOrDefault() ?? ""),
                        section.Key,
                        plain.FirstOrDefault() ?? "",
                        string.Join(' ', plain),
                        EntryJson.Write(row)
                    );
                }
            }
        }
    }

    /// <summary>What a reference points at. Its number is only its position: inserting a source renumbers all that follow.</summary>
    private static string ReferenceKey(Reference reference) => reference.Url ?? StoredText.Fold(reference.Title ?? reference.Text);

    private void Add(
        ItemKind kind,
        string key,
        int section,
        string headline,
        string text,
        string data,
        Func<ItemDraft, ItemDraft>? more = null
    )
    {
        var draft = new ItemDraft(
            kind,
            StoredText.Bound(key),
            _kinds.GetValueOrDefault(section, SectionKind.Other),
            section,
            ++_ordinals[(int)kind],
            StoredText.Clean(headline),
            StoredText.Clean(text),
            data
        );
        _drafts.Add(more is null ? draft : more(draft));
    }
}

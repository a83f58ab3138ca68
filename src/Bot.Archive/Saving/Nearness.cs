using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>
/// Similarity of two wordings of an item. The thresholds lie between what remains after an edit (above 0.6 for a reworded
/// headline or a corrected amount) and what two different items of one briefing share (at most 0.3 in the examples,
/// Japanese and English; a test verifies it).
/// </summary>
internal sealed class Nearness
{
    /// <summary>The company matters most for a round: rows about different companies look alike apart from the names.</summary>
    private const double SameCompany = 0.6;

    private readonly ItemKind _kind;
    private readonly Shingles _text;
    private readonly Shingles? _company;
    private readonly bool _isAddress;

    public Nearness(StoredItem item)
        : this(item.Kind, item.Headline, item.Text) { }

    public Nearness(ItemDraft draft)
        : this(draft.Kind, draft.Headline, draft.Text) { }

    private Nearness(ItemKind kind, string headline, string text)
    {
        _kind = kind;
        // Most of a reference's address belongs to its publisher: only the title distinguishes it from the publisher's
        // others.
        _text = new Shingles(kind == ItemKind.Reference ? headline : text);
        // Without a title, only its address is left, and two addresses on one site look alike whatever they link to.
        _isAddress = kind == ItemKind.Reference && headline.Contains("://", StringComparison.Ordinal);
        _company = kind == ItemKind.Funding ? new Shingles(headline) : null;
    }

    /// <summary>Minimum similarity for two items of a kind to match. Short texts need more in common.</summary>
    public static double Threshold(ItemKind kind) =>
        kind switch
        {
            ItemKind.News or ItemKind.DeepDive or ItemKind.Outlook or ItemKind.Insight => 0.4,
            // One publisher's titles resemble each other.
            ItemKind.Reference => 0.6,
            _ => 0.5,
        };

    /// <summary>0 to 1; 0 for rounds of different companies, and for references without a title.</summary>
    public double To(Nearness other) =>
        _isAddress || other._isAddress || (_kind == ItemKind.Funding && _company!.Similarity(other._company!) < SameCompany)
            ? 0
            : _text.Similarity(other._text);
}

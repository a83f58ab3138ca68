using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>
/// How near two wordings of an item are. The thresholds lie between what an edit leaves (above 0.6 for a reworded
/// headline or a corrected amount) and what two different items of one briefing share (0.3 at most in the examples,
/// Japanese and English; a test holds it).
/// </summary>
internal sealed class Nearness
{
    /// <summary>A round is its company's first of all: rows about two companies look alike whatever the names.</summary>
    private const double SameCompany = 0.6;

    private readonly ItemKind _kind;
    private readonly Shingles _text;
    private readonly Shingles? _company;
    private readonly bool _isAddress;

    public Nearness(StoredItem item) : this(item.Kind, item.Headline, item.Text)
    {
    }

    public Nearness(ItemDraft draft) : this(draft.Kind, draft.Headline, draft.Text)
    {
    }

    private Nearness(ItemKind kind, string headline, string text)
    {
        _kind = kind;
        // The address of a reference is mostly its publisher's: the title tells it from the publisher's others.
        _text = new Shingles(kind == ItemKind.Reference ? headline : text);
        // Without a title it is its address, and two addresses of one site look alike whatever they lead to.
        _isAddress = kind == ItemKind.Reference && headline.Contains("://", StringComparison.Ordinal);
        _company = kind == ItemKind.Funding ? new Shingles(headline) : null;
    }

    /// <summary>From which similarity on two items of a kind may be one. Short texts need more in common.</summary>
    public static double Threshold(ItemKind kind) => kind switch
    {
        ItemKind.News or ItemKind.DeepDive or ItemKind.Outlook or ItemKind.Insight => 0.4,
        _ => 0.5,
    };

    /// <summary>0 to 1; 0 for rounds of two companies, and for references without a title.</summary>
    public double To(Nearness other) =>
        _isAddress || other._isAddress || (_kind == ItemKind.Funding && _company!.Similarity(other._company!) < SameCompany) ? 0 : _text.Similarity(other._text);
}

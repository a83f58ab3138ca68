using Bot.Briefings.Model;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>A financing as stated by one sentence, before the facts of other sentences are added.</summary>
internal sealed class Draft
{
    public required FinancingKind Kind { get; init; }

    /// <summary>Null if neither the sentence nor anything before it names the company.</summary>
    public string? Company { get; set; }

    public List<string> Aliases { get; } = [];

    /// <summary>Whether the sentence itself names the company.</summary>
    public bool IsNamed { get; init; }

    public Money? Amount { get; set; }

    public Money? Valuation { get; set; }

    public bool Undisclosed { get; set; }

    public string? Stage { get; set; }

    public List<string> Investors { get; } = [];

    public bool Planned { get; set; }

    public bool FromHead { get; init; }

    /// <summary>Whether the headline states it, perhaps among others.</summary>
    public bool IsOfHead
    {
        get => field || FromHead;
        set;
    }

    /// <summary>Whether its verb by itself says that money was raised, so that no other fact is needed.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A plan told in passing: it counts only where its entry states no other financing.</summary>
    public bool IsAside { get; set; }

    /// <summary>Its part of its sentence: from the previous verb's part up to the end of its own.</summary>
    public (int From, int To) Part { get; set; }

    /// <summary>Citations in its part of its sentence.</summary>
    public List<int> Citations { get; } = [];

    /// <summary>Whether it is complete by itself; otherwise it only adds to another.</summary>
    public bool Stands =>
        Amount is not null
        || Undisclosed
        || Stage is not null
        || Kind is FinancingKind.Buy or FinancingKind.Give or FinancingKind.List
        || IsPlain;
}

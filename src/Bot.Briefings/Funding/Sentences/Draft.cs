using Bot.Briefings.Model;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>A financing as one sentence states it, before what other sentences say of it is added.</summary>
internal sealed class Draft
{
    public required FinancingKind Kind { get; init; }

    /// <summary>Null if the sentence does not name it and nothing before does.</summary>
    public string? Company { get; set; }

    public List<string> Aliases { get; } = [];

    /// <summary>The sentence names the company itself.</summary>
    public bool IsNamed { get; init; }

    public Money? Amount { get; set; }

    public Money? Valuation { get; set; }

    public bool Undisclosed { get; set; }

    public string? Stage { get; set; }

    public List<string> Investors { get; } = [];

    public bool Planned { get; set; }

    public bool FromHead { get; init; }

    /// <summary>The headline states it, perhaps among others.</summary>
    public bool IsOfHead
    {
        get => field || FromHead;
        set;
    }

    /// <summary>A verb that says of itself that money was raised, so that no other fact is needed.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Citations of its own part of its sentence.</summary>
    public List<int> Citations { get; } = [];

    /// <summary>It can stand by itself; else it only adds to another.</summary>
    public bool Stands =>
        Amount is not null
        || Undisclosed
        || Stage is not null
        || Kind is FinancingKind.Buy or FinancingKind.Give or FinancingKind.List
        || IsPlain;
}

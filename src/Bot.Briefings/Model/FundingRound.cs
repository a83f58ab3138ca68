namespace Bot.Briefings.Model;

/// <summary>One financing event, done or planned, stated by an entry. An entry may state several.</summary>
public sealed record FundingRound : Entry
{
    /// <summary>As written, without bold, link or bracketed note.</summary>
    public required string Company { get; init; }

    /// <summary>Other spellings of the company in its entry (its former name, a note in brackets).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public FundingStatus Status { get; init; }

    public Money? Amount { get; init; }

    public Money? Valuation { get; init; }

    /// <summary>Whether the text says that the amount is undisclosed; <see cref="Amount"/> is then null.</summary>
    public bool Undisclosed { get; init; }

    /// <summary>Canonical stage (<c>seed</c>, <c>series-b-extension</c>, <c>acquisition</c>…), or null.</summary>
    public string? Stage { get; init; }

    public IReadOnlyList<string> Investors { get; init; } = [];

    /// <summary>
    /// The row's cells in file order with the role of their column; one <see cref="FieldRole.Summary"/> field for a list item.
    /// </summary>
    public IReadOnlyList<FundingField> Fields { get; init; } = [];
}

/// <summary>The content of a funding table's column.</summary>
public enum FieldRole
{
    Company,
    Summary,

    /// <summary>Amount, perhaps with valuation or stage.</summary>
    Amount,
    Valuation,
    Stage,
    Investors,

    /// <summary>Why it matters (未来変革ポテンシャル, 注目点, Potential).</summary>
    Potential,
    Citations,

    /// <summary>A column unknown to the vocabulary; its header is its label.</summary>
    Other,
}

/// <param name="Role">Role of the column.</param>
/// <param name="Header">Header cell as plain text; empty for a list item.</param>
/// <param name="Markdown">The cell's Markdown as written.</param>
public sealed record FundingField(FieldRole Role, string Header, string Markdown);

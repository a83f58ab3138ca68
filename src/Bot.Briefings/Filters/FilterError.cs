namespace Bot.Briefings.Filters;

public enum FilterProblem
{
    /// <summary>Nothing but signs.</summary>
    Empty,
    TooLong,
    TooManyTerms,
    TooDeep,

    /// <summary>A word or condition should stand here.</summary>
    TermMissing,

    /// <summary>A bracket closes that nothing opened.</summary>
    NotOpened,

    /// <summary>A bracket opens that nothing closes.</summary>
    NotClosed,

    /// <summary>Nearly a field's name.</summary>
    UnknownField,

    /// <summary>Nothing stands behind the field.</summary>
    ValueMissing,

    /// <summary>The field has no such value.</summary>
    UnknownValue,

    /// <summary>Only amounts and dates can be more or less.</summary>
    NotComparable,

    /// <summary>Signs of comparison that mean nothing together.</summary>
    UnknownSign,
}

/// <summary>Why a text is no filter.</summary>
/// <param name="At">Where in the text, in UTF-16 code units from 0; its length for the end.</param>
/// <param name="Written">What stands there; may be empty.</param>
/// <param name="Field">The field whose value is not understood.</param>
/// <param name="Possible">What could stand there, likeliest first; may be empty.</param>
public sealed record FilterError(FilterProblem Problem, int At, string Written, FilterField? Field, IReadOnlyList<string> Possible)
{
    /// <summary>What was probably meant in place of what is written; null if nothing is near.</summary>
    public string? Meant { get; init; }
}

/// <summary>Exactly one of them is there.</summary>
public sealed record FilterReading(Filter? Filter, FilterError? Error);

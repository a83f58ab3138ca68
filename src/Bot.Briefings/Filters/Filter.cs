using Bot.Briefings.Model;

namespace Bot.Briefings.Filters;

/// <summary>
/// Which rows of the archive are wanted: conditions on typed columns and on text. Read by <see cref="FilterReader"/>, written in its one
/// canonical form by <see cref="FilterPrinter"/>. Equal if they ask for the same in the same order.
/// </summary>
public abstract record Filter
{
    private Filter() { }

    /// <summary>A word, or words that stand in a row.</summary>
    /// <param name="Text">NFKC, without quotation marks; has a letter or digit.</param>
    /// <param name="IsLiteral">One word in quotation marks: no other spelling of it is meant. Several words are always literal.</param>
    public sealed record Words(string Text, bool IsLiteral = false) : Filter;

    public sealed record Company(string Name) : Filter;

    public sealed record Investor(string Name) : Filter;

    /// <param name="Name">Canonical: <c>series-b</c>.</param>
    public sealed record Stage(string Name) : Filter;

    /// <param name="Value">Full units, above zero.</param>
    /// <param name="Currency">ISO 4217.</param>
    public sealed record Amount(FilterBound Bound, decimal Value, string Currency) : Filter;

    /// <summary>Both ends included; null: open. Not both are null.</summary>
    public sealed record Date(DateOnly? From, DateOnly? To) : Filter;

    public sealed record Section(SectionKind Of) : Filter;

    public sealed record Kind(FilterKind Of) : Filter;

    public sealed record Status(FundingStatus Of) : Filter;

    /// <param name="Parts">At least two; none is an <see cref="All"/> itself.</param>
    public sealed record All(IReadOnlyList<Filter> Parts) : Filter
    {
        public bool Equals(All? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(1, HashCode.Combine);
    }

    /// <param name="Parts">At least two; none is an <see cref="Any"/> itself.</param>
    public sealed record Any(IReadOnlyList<Filter> Parts) : Filter
    {
        public bool Equals(Any? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(2, HashCode.Combine);
    }

    /// <param name="Part">Not a <see cref="Not"/> itself.</param>
    public sealed record Not(Filter Part) : Filter;

    /// <summary>All of them; null for none.</summary>
    public static Filter? AllOf(IEnumerable<Filter> parts) =>
        parts.SelectMany(part => part is All all ? all.Parts : [part]).ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => new All(several),
        };

    /// <summary>At least one of them; null for none.</summary>
    public static Filter? AnyOf(IEnumerable<Filter> parts) =>
        parts.SelectMany(part => part is Any any ? any.Parts : [part]).ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => new Any(several),
        };

    public static Filter Except(Filter part) => part is Not not ? not.Part : new Not(part);

    /// <summary>Whether something must be there; a filter that only excludes is satisfied by nearly everything.</summary>
    public bool Asks =>
        this switch
        {
            Not => false,
            All all => all.Parts.Any(part => part.Asks),
            Any any => any.Parts.All(part => part.Asks),
            _ => true,
        };

    /// <summary>The conditions that it is made of, in order, also the excluded ones.</summary>
    public IEnumerable<Filter> Terms =>
        this switch
        {
            All all => all.Parts.SelectMany(part => part.Terms),
            Any any => any.Parts.SelectMany(part => part.Terms),
            Not not => not.Part.Terms,
            _ => [this],
        };
}

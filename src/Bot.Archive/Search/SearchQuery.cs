using Bot.Briefings.Filters;

namespace Bot.Archive.Search;

/// <summary>What is searched for. Every query has something that must stand in a text; one that only excludes is none.</summary>
public abstract record SearchQuery
{
    private SearchQuery() { }

    /// <summary>Atoms that stand in a row: a word, a run of characters, or a phrase in quotation marks.</summary>
    public sealed record Phrase(IReadOnlyList<SearchAtom> Atoms) : SearchQuery
    {
        public bool Equals(Phrase? other) => other is not null && Words.SequenceEqual(other.Words);

        public override int GetHashCode() => Words.Aggregate(0, HashCode.Combine);

        private IEnumerable<string> Words => Atoms.Select(atom => atom.Text);
    }

    /// <summary>A condition on a column of the row that has the text.</summary>
    /// <param name="Condition">One of <see cref="Filter.Terms"/>, but no words.</param>
    public sealed record Column(Filter Condition) : SearchQuery;

    /// <summary>All of them.</summary>
    public sealed record All(IReadOnlyList<SearchQuery> Parts) : SearchQuery;

    /// <summary>At least one of them.</summary>
    public sealed record Any(IReadOnlyList<SearchQuery> Parts) : SearchQuery;

    /// <summary>Not this; only beside something that must be there.</summary>
    public sealed record None(SearchQuery Part) : SearchQuery;

    /// <summary>The phrases that may stand in a result, without those that must not.</summary>
    public IEnumerable<Phrase> Sought =>
        this switch
        {
            Phrase phrase => [phrase],
            All all => all.Parts.SelectMany(part => part.Sought),
            Any any => any.Parts.SelectMany(part => part.Sought),
            _ => [],
        };

    /// <summary>Whether the text alone decides.</summary>
    internal bool IsOfText =>
        this switch
        {
            Phrase => true,
            All all => all.Parts.All(part => part.IsOfText),
            Any any => any.Parts.All(part => part.IsOfText),
            None none => none.Part.IsOfText,
            _ => false,
        };

    /// <summary>Whether nothing can satisfy it without having one of its words or columns.</summary>
    internal bool IsBound =>
        this switch
        {
            Phrase or Column => true,
            All all => all.Parts.Any(part => part.IsBound),
            Any any => any.Parts.All(part => part.IsBound),
            _ => false,
        };
}

namespace Bot.Briefings.Funding.Sentences;

/// <summary>One of several amounts of a verb that are of different kinds: a round and the loan beside it.</summary>
/// <param name="From">Where what the sentence says of it starts.</param>
/// <param name="To">Where that ends.</param>
internal sealed record Instrument(string Stage, MoneyHit Sum, int From, int To)
{
    /// <summary>Whether each is of a kind of its own.</summary>
    public static bool AreApart(List<Instrument> parts) => parts.DistinctBy(part => part.Stage).Count() == parts.Count;
}

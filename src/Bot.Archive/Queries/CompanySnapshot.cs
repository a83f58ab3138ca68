namespace Bot.Archive.Queries;

/// <summary>
/// The companies of a series at one point in time. Immutable; the same instance as long as nothing changes, so that
/// derived data can be cached with it.
/// </summary>
/// <param name="Companies">Each key once, in no particular order.</param>
public sealed record CompanySnapshot(IReadOnlyList<KnownCompany> Companies)
{
    public static CompanySnapshot Empty { get; } = new([]);

    /// <summary>Keys of other spellings that briefings give beside a company's name, with its key; the newest briefing's holds.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();
}

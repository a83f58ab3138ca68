namespace Bot.Archive.Queries;

/// <summary>The companies that a series knows at one moment. Immutable; the same instance as long as nothing changed, so that what is computed from it can be kept with it.</summary>
/// <param name="Companies">Each key once, in no order.</param>
public sealed record CompanySnapshot(IReadOnlyList<KnownCompany> Companies)
{
    public static CompanySnapshot Empty { get; } = new([]);
}

namespace Bot.Archive.Deals;

/// <summary>One report of a company's round, as far as it decides which deal it tells of.</summary>
/// <param name="Item">Id of the stored item.</param>
/// <param name="Briefing">Id of its briefing.</param>
/// <param name="Stage">Canonical stage; null if the text names none.</param>
/// <param name="Currency">ISO 4217; null without an amount.</param>
/// <param name="From">The amount, or the lower end of a range.</param>
/// <param name="To">The amount, or the upper end of a range.</param>
internal sealed record DealReport(long Item, int Briefing, DateOnly Date, string? Stage, string? Currency, double? From, double? To)
{
    public bool HasAmount => Currency is not null && From is not null && To is not null;
}

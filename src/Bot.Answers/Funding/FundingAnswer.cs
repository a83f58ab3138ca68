using Bot.Archive.Queries;

namespace Bot.Answers.Funding;

/// <summary>The archive's answer to a question about funding.</summary>
public abstract record FundingAnswer
{
    private FundingAnswer() { }

    /// <summary>There is no briefing to answer from.</summary>
    public sealed record NothingArchived : FundingAnswer;

    /// <summary>The days that were asked about have no briefing.</summary>
    /// <param name="Newest">The newest briefing there is.</param>
    /// <param name="Held">What waits for confirmation.</param>
    public sealed record NoBriefing(DateSpan Days, ArchivedBriefing Newest, IReadOnlyList<HeldBriefing> Held) : FundingAnswer;

    /// <summary>All deals of a briefing: of each the report that says the most.</summary>
    public sealed record OfBriefing(ArchivedBriefing Briefing, IReadOnlyList<ArchivedRound> Rounds) : FundingAnswer;

    /// <summary>A briefing without rounds.</summary>
    /// <param name="Earlier">The newest earlier briefing with rounds, or null.</param>
    public sealed record NoRounds(ArchivedBriefing Briefing, ArchivedBriefing? Earlier) : FundingAnswer;

    /// <summary>A company that raised or invested.</summary>
    /// <param name="Name">Its name as spelled in the newest deal shown, else in its newest investment.</param>
    /// <param name="Deals">The requested page of the deals in which it raised.</param>
    /// <param name="Investments">Deals in which it invested: the requested page if it raised in none itself, else the newest.</param>
    /// <param name="Mentions">For a single report: the places in its briefing that name the company.</param>
    /// <param name="Newest">Day of its newest deal or investment.</param>
    public sealed record OfCompany(
        string Name,
        string Key,
        DealPage Deals,
        DealPage Investments,
        IReadOnlyList<ArchivedMention> Mentions,
        DateOnly Newest
    ) : FundingAnswer;

    /// <summary>Deals that satisfy conditions; there may be none.</summary>
    /// <param name="Filter">What was asked for.</param>
    /// <param name="Companies">Their names as the archive spells them; empty for any.</param>
    public sealed record Matching(DealFilter Filter, IReadOnlyList<string> Companies, DealPage Deals) : FundingAnswer;

    /// <summary>The largest deals that satisfy conditions, of one currency; there may be none.</summary>
    /// <param name="Currencies">All currencies of deals that satisfy them, the most frequent first.</param>
    public sealed record Largest(
        DealFilter Filter,
        IReadOnlyList<string> Companies,
        string Currency,
        DealPage Deals,
        IReadOnlyList<string> Currencies
    ) : FundingAnswer;

    /// <summary>All deals that satisfy conditions, to be summed; there may be none.</summary>
    public sealed record Totals(DealFilter Filter, IReadOnlyList<string> Companies, DealPage Deals) : FundingAnswer;

    /// <summary>A company with no funding in the range searched.</summary>
    /// <param name="Days">The requested days, if others have funding for the company; null if none has.</param>
    /// <param name="Nearest">Companies with similar names.</param>
    /// <param name="Example">Company of the newest round, or null.</param>
    public sealed record NotFound(DateSpan? Days, IReadOnlyList<KnownCompany> Nearest, string? Example) : FundingAnswer
    {
        /// <summary>What waits for confirmation and may tell of it.</summary>
        public IReadOnlyList<HeldBriefing> Held { get; init; } = [];
    }
}

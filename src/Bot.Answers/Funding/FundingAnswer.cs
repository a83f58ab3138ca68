using Bot.Archive.Queries;

namespace Bot.Answers.Funding;

/// <summary>The archive's answer to a question about funding.</summary>
public abstract record FundingAnswer
{
    private FundingAnswer() { }

    /// <summary>There is no briefing to answer from.</summary>
    /// <param name="Held">What waits for confirmation.</param>
    public sealed record NothingArchived(IReadOnlyList<HeldBriefing> Held) : FundingAnswer;

    /// <summary>The day that was asked about has no briefing.</summary>
    /// <param name="Newest">The newest briefing there is.</param>
    /// <param name="Held">What waits for confirmation.</param>
    public sealed record NoBriefing(DateOnly Date, ArchivedBriefing Newest, IReadOnlyList<HeldBriefing> Held) : FundingAnswer;

    /// <summary>All rounds of a briefing.</summary>
    public sealed record OfBriefing(ArchivedBriefing Briefing, IReadOnlyList<ArchivedRound> Rounds) : FundingAnswer;

    /// <summary>A briefing without rounds.</summary>
    /// <param name="Earlier">The newest earlier briefing with rounds, or null.</param>
    public sealed record NoRounds(ArchivedBriefing Briefing, ArchivedBriefing? Earlier) : FundingAnswer;

    /// <summary>A company that raised or invested.</summary>
    /// <param name="Name">Its name as spelled in its newest round, else in its newest investment.</param>
    /// <param name="Rounds">The requested page of the rounds it raised.</param>
    /// <param name="Following">Rounds after that page, so that contradictions across the page boundary are noticed.</param>
    /// <param name="Investments">Rounds it invested in: the requested page if it raised none itself, else the newest.</param>
    /// <param name="Newest">Date of its newest round or investment.</param>
    /// <param name="Mentions">For a single round: the places in its briefing that name the company.</param>
    public sealed record OfCompany(
        string Name,
        string Key,
        Page<ArchivedRound> Rounds,
        IReadOnlyList<ArchivedRound> Following,
        Page<ArchivedRound> Investments,
        IReadOnlyList<ArchivedMention> Mentions,
        DateOnly Newest
    ) : FundingAnswer;

    /// <summary>A company with no funding in the range searched.</summary>
    /// <param name="Date">The requested day, if other days have funding for the company; null if no day has.</param>
    /// <param name="Nearest">Companies with similar names.</param>
    /// <param name="Example">Company of the newest round, or null.</param>
    public sealed record NotFound(DateOnly? Date, IReadOnlyList<KnownCompany> Nearest, string? Example) : FundingAnswer
    {
        /// <summary>What waits for confirmation and may tell of it.</summary>
        public IReadOnlyList<HeldBriefing> Held { get; init; } = [];
    }
}

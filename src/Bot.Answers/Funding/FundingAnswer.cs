using Bot.Archive.Queries;

namespace Bot.Answers.Funding;

/// <summary>What the archive says to a question about funding.</summary>
public abstract record FundingAnswer
{
    private FundingAnswer()
    {
    }

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
    /// <param name="Earlier">The newest briefing before it that has some, or null.</param>
    public sealed record NoRounds(ArchivedBriefing Briefing, ArchivedBriefing? Earlier) : FundingAnswer;

    /// <summary>A company that raised or invested.</summary>
    /// <param name="Name">Its name as its newest round, else its newest investment, writes it.</param>
    /// <param name="Rounds">The asked part of the rounds it raised.</param>
    /// <param name="Following">Rounds after that part, so that contradictions across its end are seen.</param>
    /// <param name="Investments">Rounds it put money into: the asked part if it raised none, else the newest.</param>
    /// <param name="Newest">Day of the newest round or investment of all.</param>
    /// <param name="Mentions">For a single round: the places of its briefing that name the company.</param>
    public sealed record OfCompany(
        string Name,
        string Key,
        Page<ArchivedRound> Rounds,
        IReadOnlyList<ArchivedRound> Following,
        Page<ArchivedRound> Investments,
        IReadOnlyList<ArchivedMention> Mentions,
        DateOnly Newest) : FundingAnswer;

    /// <summary>A company that has no funding where it was looked for.</summary>
    /// <param name="Date">The day that was asked about and has none, though other days have; null: no day has.</param>
    /// <param name="Nearest">Companies whose names are alike.</param>
    /// <param name="Example">Company of the newest round, or null.</param>
    public sealed record NotFound(DateOnly? Date, IReadOnlyList<KnownCompany> Nearest, string? Example) : FundingAnswer
    {
        /// <summary>What waits for confirmation and may tell of it.</summary>
        public IReadOnlyList<HeldBriefing> Held { get; init; } = [];
    }
}

using Bot.Archive.Queries;
using Bot.Briefings.Filters;
using Bot.Briefings.Model;
using Rows = Bot.Briefings.Filters.Filter;

namespace Bot.Answers.Asking;

/// <summary>What was read of a question.</summary>
/// <param name="Unread">Words without a meaning here, in order.</param>
public sealed record AskedQuestion(AskedAbout About, IReadOnlyList<string> Unread)
{
    /// <summary>The word of <c>/funding</c> for what is wanted; empty for the deals themselves.</summary>
    public string View { get; init; } = "";

    /// <summary>Who raised, or who is named; as the archive spells them.</summary>
    public IReadOnlyList<string> Companies { get; init; } = [];

    /// <summary>As the archive spells them.</summary>
    public IReadOnlyList<string> Investors { get; init; } = [];

    /// <summary>Stage and amount as they were written, which <c>/funding</c> reads alike.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Null if no time was named.</summary>
    public DateSpan? Days { get; init; }

    /// <summary>Canonical; null for any.</summary>
    public string? Stage { get; init; }

    /// <summary>Null for any.</summary>
    public AmountRange? Amount { get; init; }

    /// <summary>Null for any.</summary>
    public FundingStatus? Status { get; init; }

    /// <summary>Null for all.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>How it differs from the previous one.</summary>
    public bool AsksChanges { get; init; }

    /// <summary>Words in quotation marks, which must be there.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>Number of things that were read besides the words that any question has.</summary>
    public int Parts { get; init; }

    /// <summary>Something was.</summary>
    public bool Asks => Parts > 0;

    /// <summary>The rows that it asks for; null for all.</summary>
    public Filter? Filter =>
        Rows.AllOf([
            .. Rows.AnyOf(Companies.Select(name => new Filter.Company(name))) is { } companies ? [companies] : Array.Empty<Filter>(),
            .. Rows.AnyOf(Investors.Select(name => new Filter.Investor(name))) is { } investors ? [investors] : Array.Empty<Filter>(),
            .. Stage is { } stage ? [new Filter.Stage(stage)] : Array.Empty<Filter>(),
            .. Bounds(),
            .. Status is { } status ? [new Filter.Status(status)] : Array.Empty<Filter>(),
            .. Quoted.Select(words => new Filter.Words(words)),
            .. Days is { } days && (Open(days.From) ?? Open(days.To)) is not null
                ? [new Filter.Date(Open(days.From), Open(days.To))]
                : Array.Empty<Filter>(),
        ]);

    private IEnumerable<Filter> Bounds()
    {
        if (Amount is not { } amount)
        {
            yield break;
        }

        if (amount.Least is { } only && only == amount.Most)
        {
            yield return new Filter.Amount(FilterBound.Equal, only, amount.Currency);
            yield break;
        }

        if (amount.Least is { } least)
        {
            yield return new Filter.Amount(amount.IsOpen ? FilterBound.Over : FilterBound.AtLeast, least, amount.Currency);
        }

        if (amount.Most is { } most)
        {
            yield return new Filter.Amount(amount.IsOpen ? FilterBound.Under : FilterBound.AtMost, most, amount.Currency);
        }
    }

    private static DateOnly? Open(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? null : day;
}

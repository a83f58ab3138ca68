using Bot.Archive.Queries;
using Bot.Briefings.Filters;
using Rows = Bot.Briefings.Filters.Filter;

namespace Bot.Answers.Asking;

/// <summary>What was read of a question.</summary>
/// <param name="IsNews">About news, not about deals.</param>
/// <param name="View">The word of <c>/funding</c> for what is wanted; empty for the deals themselves.</param>
/// <param name="Companies">As the archive spells them.</param>
/// <param name="Conditions">Stage and amount as they were written, which <c>/funding</c> reads alike.</param>
/// <param name="Days">Null if no time was named.</param>
/// <param name="Stage">Canonical; null for any.</param>
/// <param name="Amount">Null for any.</param>
/// <param name="Unread">Words without a meaning here, in order.</param>
public sealed record AskedQuestion(
    bool IsNews,
    string View,
    IReadOnlyList<string> Companies,
    IReadOnlyList<string> Conditions,
    DateSpan? Days,
    string? Stage,
    AmountRange? Amount,
    IReadOnlyList<string> Unread
)
{
    /// <summary>Something stands in it besides the words that any question has.</summary>
    public bool Asks => IsNews || View.Length > 0 || Companies.Count > 0 || Conditions.Count > 0 || Days is not null;

    /// <summary>Number of things that were read.</summary>
    public int Parts => (IsNews ? 1 : 0) + (View.Length > 0 ? 1 : 0) + Companies.Count + Conditions.Count + (Days is null ? 0 : 1);

    /// <summary>The rows that it asks for; null for all.</summary>
    public Filter? Filter =>
        Rows.AllOf([
            .. Rows.AnyOf(Companies.Select(name => new Filter.Company(name))) is { } companies ? [companies] : Array.Empty<Filter>(),
            .. Stage is { } stage ? [new Filter.Stage(stage)] : Array.Empty<Filter>(),
            .. Bounds(),
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

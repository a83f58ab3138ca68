using Bot.Answers.Arguments;
using Bot.Archive.Queries;

namespace Bot.Answers.Funding;

/// <summary>The parsed text of a <c>/funding</c> call.</summary>
/// <param name="Company">Names of companies as typed, cleaned; empty for none.</param>
/// <param name="Skip">Number of entries already shown.</param>
/// <param name="Days">Only reports of these days; null if no time was named.</param>
public sealed record FundingArguments(string Company, int Skip, DateSpan? Days)
{
    /// <summary>Of the day's briefing; empty: none was named. A company's rounds are those of all the day's editions.</summary>
    public string Edition { get; init; } = "";

    public FundingView View { get; init; }

    /// <summary>Canonical stage; null for any.</summary>
    public string? Stage { get; init; }

    public AmountRange? Amount { get; init; }

    /// <summary>ISO 4217; which currency's largest deals are wanted.</summary>
    public string? Currency { get; init; }

    /// <summary>Stage, amount, currency and view as they were typed, so that repeating them means the same.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>Whether deals are chosen by more than a company or a day.</summary>
    public bool IsFiltered =>
        View != FundingView.Deals || Stage is not null || Amount is not null || (Company.Length == 0 && Days is { IsDay: false });

    /// <summary>As a call's text, without a day, edition and page; a span of days stands in it.</summary>
    public string Question =>
        string.Join(
            ' ',
            new[] { Company, Conditions, Days is { IsDay: false } span ? TimeArgument.Text(span) : "" }.Where(part => part.Length > 0)
        );

    /// <summary>As a call's text, without day and edition.</summary>
    public string Text => PageArgument.Text(Question, Skip);

    /// <summary>The text that asks for the next page.</summary>
    public string Next(int shown) => PageArgument.Text(Question, Skip + shown);
}

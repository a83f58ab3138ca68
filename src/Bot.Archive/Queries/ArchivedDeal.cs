using Bot.Archive.Deals;
using Bot.Briefings.Model;

namespace Bot.Archive.Queries;

/// <summary>A deal as the archive tells of it.</summary>
/// <param name="Id">Lowest id among its reports.</param>
/// <param name="Reports">At least one, the newest first.</param>
public sealed record ArchivedDeal(long Id, IReadOnlyList<ArchivedRound> Reports)
{
    /// <summary>
    /// Its latest state: the newest report that states an amount, else the newest that says the amount is undisclosed, else the newest.
    /// </summary>
    public ArchivedRound Latest =>
        Reports.FirstOrDefault(report => report.Round.Amount is not null)
        ?? Reports.FirstOrDefault(report => report.Round.Undisclosed)
        ?? Reports[0];

    /// <summary>Further reports are counted, not told.</summary>
    public const int MostOtherReports = 5;

    /// <summary>The reports beside the latest state, the newest first.</summary>
    public IEnumerable<ArchivedRound> OtherReports => Reports.Where(report => report != Latest);

    /// <summary>Day of the first report.</summary>
    public DateOnly First => Reports[^1].Briefing.Date;

    /// <summary>Day of the newest report.</summary>
    public DateOnly Last => Reports[0].Briefing.Date;

    /// <summary>
    /// If its reports contradict each other: one report for each amount, the newest that states it, in the order of their days. Otherwise
    /// empty.
    /// </summary>
    public IReadOnlyList<ArchivedRound> Contradictions
    {
        get
        {
            var stated = new List<ArchivedRound>();
            foreach (var report in Reports.Where(report => Bounds(report.Round.Amount) is not null))
            {
                if (!stated.Exists(other => Agree(other.Round.Amount, report.Round.Amount)))
                {
                    stated.Add(report);
                }
            }

            return stated.Count < 2 ? [] : [.. stated.OrderBy(report => report.Briefing.Date).ThenBy(report => report.ItemId)];
        }
    }

    private static bool Agree(Money? one, Money? other) =>
        one?.Currency != other?.Currency
        || (Bounds(one) is var (from, to) && Bounds(other) is var (otherFrom, otherTo) && DealAmounts.Agree(from, to, otherFrom, otherTo));

    private static (double From, double To)? Bounds(Money? money) =>
        (money?.Value ?? money?.Min) is { } from && (money?.Value ?? money?.Max) is { } to ? ((double)from, (double)to) : null;
}

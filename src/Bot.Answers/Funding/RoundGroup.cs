using Bot.Archive.Queries;
using Bot.Briefings.Model;

namespace Bot.Answers.Funding;

/// <summary>A company's rounds that are shown together.</summary>
/// <param name="Rounds">Newest first; several only if days disagree about what looks like the same round.</param>
public sealed record RoundGroup(IReadOnlyList<ArchivedRound> Rounds)
{
    /// <summary>Figures are corrected within days; anything further apart is a different round.</summary>
    public const int MaxDaysApart = 7;

    /// <summary>How far apart two amounts may be if one is approximate, as a fraction of the larger.</summary>
    private const decimal Approximation = 0.1m;

    public bool Disagrees => Rounds.Count > 1;

    /// <summary>
    /// Groups reports from different days if they have the same stage, or none, and their amounts cannot both be true.
    /// Two rounds on the same day are separate rounds.
    /// </summary>
    /// <param name="rounds">Rounds of one company, newest first.</param>
    public static IReadOnlyList<RoundGroup> Of(IReadOnlyList<ArchivedRound> rounds)
    {
        var left = rounds.ToList();
        var groups = new List<RoundGroup>();
        while (left.Count > 0)
        {
            var group = new List<ArchivedRound> { left[0] };
            left.RemoveAt(0);
            foreach (var candidate in left)
            {
                if (group.All(other => MaySameRound(other, candidate)))
                {
                    group.Add(candidate);
                }
            }

            var disagree = group.Any(one => group.Any(other => Contradict(one.Round.Amount, other.Round.Amount)));
            groups.Add(new RoundGroup(disagree ? group : [group[0]]));
            left.RemoveAll(groups[^1].Rounds.Contains);
        }

        return groups;
    }

    private static bool MaySameRound(ArchivedRound one, ArchivedRound other) =>
        one.Briefing.Date != other.Briefing.Date
        && Math.Abs(one.Briefing.Date.DayNumber - other.Briefing.Date.DayNumber) <= MaxDaysApart
        && (one.Round.Stage is null || other.Round.Stage is null || one.Round.Stage == other.Round.Stage)
        && one.Round.Amount is not null
        && other.Round.Amount is not null;

    /// <summary>Amounts in different currencies are never compared: nothing is converted.</summary>
    private static bool Contradict(Money? one, Money? other)
    {
        if (
            one is null
            || other is null
            || one.Currency != other.Currency
            || (one.Value ?? one.Min) is not { } low
            || (one.Value ?? one.Max) is not { } high
            || (other.Value ?? other.Min) is not { } otherLow
            || (other.Value ?? other.Max) is not { } otherHigh
        )
        {
            return false;
        }

        var gap = Math.Max(low, otherLow) - Math.Min(high, otherHigh);
        var tolerance = one.Approximate || other.Approximate ? Approximation * Math.Max(high, otherHigh) : 0;
        return gap > tolerance;
    }
}

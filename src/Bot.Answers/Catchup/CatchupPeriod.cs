using Bot.Archive.Queries;

namespace Bot.Answers.Catchup;

/// <summary>The days that a catch-up tells of, and why these.</summary>
public sealed record CatchupPeriod(DateSpan Days, CatchupReason Reason)
{
    /// <summary>What lies further back is left to the commands that page through it.</summary>
    public const int MostDays = 92;

    /// <summary>Days for who has not asked before.</summary>
    public const int UsualDays = 7;

    /// <summary>Further days were asked about than are told.</summary>
    public bool IsCut { get; init; }

    /// <summary>The days since one, up to the last; at most <see cref="MostDays"/>.</summary>
    public static CatchupPeriod Since(DateOnly from, DateOnly last, CatchupReason reason)
    {
        var earliest = DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - MostDays + 1));
        return from < earliest
            ? new CatchupPeriod(new DateSpan(earliest, last), reason) { IsCut = true }
            : new CatchupPeriod(new DateSpan(from, last), reason);
    }

    public static CatchupPeriod Usual(DateOnly last, CatchupReason reason) =>
        Since(DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - UsualDays + 1)), last, reason);
}

/// <summary>Why a catch-up tells of its days.</summary>
public enum CatchupReason
{
    /// <summary>They were asked for, or the asker is not known.</summary>
    Asked,

    /// <summary>The asker's last answer knew none of them.</summary>
    SinceLastAnswer,

    /// <summary>Nothing has come since the asker's last answer.</summary>
    NothingSinceLastAnswer,
}

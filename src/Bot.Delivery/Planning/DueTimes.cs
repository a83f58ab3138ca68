using Bot.Chat;
using Bot.Chat.Schedules;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Planning;

/// <summary>
/// When a briefing may be sent to a subscription. Its time is the first one of the schedule since its day began in the series' zone: an
/// early briefing waits for it, and one of a day to come for that day. Pure.
/// </summary>
/// <param name="window">How long after its time a briefing is worth sending.</param>
public sealed class DueTimes(Timetables timetables, TimeSpan window)
{
    /// <summary>Within this, a thread that begins at the last minute of its window is whole.</summary>
    private static readonly TimeSpan Thread = TimeSpan.FromMinutes(30);

    /// <summary>For a briefing that has just come, or that a person has just released.</summary>
    /// <param name="schedule">The subscription's own, as stored; null: its series'.</param>
    /// <param name="isAsked">A person wants it sent: it is late only from now on.</param>
    public DueTime Of(BriefingKey key, string? schedule, DateTimeOffset now, bool isAsked = false)
    {
        var timetable = timetables.Of(key.Series, schedule);
        var (start, time) = TimesOf(key, timetable);
        if (time is not { } at)
        {
            return From(timetable.AfterQuiet(Later(start, now)));
        }

        return at > now ? From(at)
            : isAsked ? From(timetable.AfterQuiet(now))
            : at + window <= now ? From(at)
            : timetable.Schedule.Late == LateRule.Skip ? From(timetable.Next(now)!.Value)
            : Late(at, timetable.AfterQuiet(now), now);
    }

    /// <summary>
    /// For a delivery that is planned and still waits: what its subscription's schedule says now. A time that has passed by this change is
    /// not missed, as the briefing was there: it is sent now.
    /// </summary>
    public DueTime Again(BriefingKey key, string? schedule, DateTimeOffset now)
    {
        var timetable = timetables.Of(key.Series, schedule);
        var (start, time) = TimesOf(key, timetable);
        return time is not { } at ? From(timetable.AfterQuiet(Later(start, now)))
            : at > now ? From(at)
            : timetable.Schedule.Late == LateRule.Skip ? From(timetable.Next(now)!.Value)
            : From(timetable.AfterQuiet(now));
    }

    /// <summary>A briefing's time by a schedule; null on arrival.</summary>
    public DateTimeOffset? TimeOf(BriefingKey key, string? schedule) => TimesOf(key, timetables.Of(key.Series, schedule)).Time;

    /// <summary>Whether readers are told when a briefing is late.</summary>
    public bool Tells(string series, string? schedule) => timetables.Of(series, schedule).Schedule.Late == LateRule.Tell;

    /// <summary>When readers are told that a briefing has not come, and until when it is waited for; null: they are not told.</summary>
    public DueTime? Told(BriefingKey key, string? schedule)
    {
        var timetable = timetables.Of(key.Series, schedule);
        return
            timetable.Schedule is { Late: LateRule.Tell, TellAfter: var after }
            && after < window
            && TimesOf(key, timetable).Time is { } at
            && timetable.AfterQuiet(at + after) == at + after
            ? new DueTime(at + after, at + window)
            : null;
    }

    /// <summary>Whether a briefing's time, and all in which it was worth sending, was before a subscription was made.</summary>
    public bool IsBefore(BriefingKey key, string? schedule, DateTimeOffset made) => TimeOf(key, schedule) is { } at && at + window <= made;

    /// <summary>For a correction, or anything else that is added to a thread: now or, in the quiet hours, when they end.</summary>
    public DueTime Addition(string series, string? schedule, DateTimeOffset now) => From(timetables.Of(series, schedule).AfterQuiet(now));

    /// <summary>For a briefing that a person wants at once, whatever the schedule says.</summary>
    public DueTime AtOnce(DateTimeOffset now) => From(now);

    private (DateTimeOffset Start, DateTimeOffset? Time) TimesOf(BriefingKey key, Timetable timetable)
    {
        var start = LocalClock.At(key.Date, TimeOnly.MinValue, timetables.ZoneOf(key.Series));
        return (start, timetable.Next(start == DateTimeOffset.MinValue ? start : start.AddTicks(-1)));
    }

    private DueTime From(DateTimeOffset at) => new(at, at + window);

    /// <summary>
    /// What is late has the rest of its window, or long enough for its whole thread; and all of it again where the quiet hours have held
    /// it.
    /// </summary>
    private DueTime Late(DateTimeOffset time, DateTimeOffset at, DateTimeOffset now) =>
        at > now ? From(at) : new(at, Later(time + window, at + Thread));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

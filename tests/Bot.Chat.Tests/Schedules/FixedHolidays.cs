using Bot.Chat.Schedules;

namespace Bot.Chat.Tests.Schedules;

/// <summary>One calendar, <c>x</c>, with the given days.</summary>
internal sealed class FixedHolidays(params IReadOnlyCollection<DateOnly> days) : IHolidays
{
    public IReadOnlyCollection<string> Calendars { get; } = ["x"];

    public bool IsHoliday(string calendar, DateOnly day) => calendar == "x" && days.Contains(day);
}

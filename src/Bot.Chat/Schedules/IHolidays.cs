namespace Bot.Chat.Schedules;

/// <summary>The holidays of each calendar that a schedule may name.</summary>
public interface IHolidays
{
    /// <summary>Names of the calendars, in lower case.</summary>
    IReadOnlyCollection<string> Calendars { get; }

    /// <summary>False for a calendar that there is not.</summary>
    bool IsHoliday(string calendar, DateOnly day);
}

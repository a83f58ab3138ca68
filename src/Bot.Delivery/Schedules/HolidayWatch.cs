using System.Globalization;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Schedules;

/// <summary>
/// Reads the holiday calendars when they change, and tells the operator about one that cannot be read. What was last read well is kept
/// across restarts, so that a file that breaks costs no holiday.
/// </summary>
public sealed partial class HolidayWatch(
    HolidayCalendars calendars,
    IPlatformState kept,
    IOperatorAlerts alerts,
    TimeProvider time,
    ILogger<HolidayWatch> logger
) : BackgroundService
{
    /// <summary>In kebab case, like all alert reasons.</summary>
    public const string Reason = "calendar-unreadable";

    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    /// <summary>A row of the table of small values kept across restarts; no platform has this name.</summary>
    private static readonly PlatformId Owner = new("bot");

    private readonly Dictionary<string, CalendarState> _seen = [];

    /// <summary>Looks at every calendar once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var calendar in calendars.Files)
        {
            var state = calendars.Refresh(calendar);
            if (_seen.TryGetValue(calendar, out var seen) && seen == state)
            {
                continue;
            }

            if (state.Problem is { } problem)
            {
                calendars.Recall(calendar, Parse(await kept.ReadAsync(Owner, KeyOf(calendar), cancellationToken)));
                Log.NotRead(logger, calendar, problem);
                alerts.Raise(new OperatorAlert(Reason, SubjectOf(calendar), problem));
            }
            else
            {
                await kept.WriteAsync(Owner, KeyOf(calendar), Text(state.Days), cancellationToken);
                Log.Read(logger, calendar, state.Days.Count);
                alerts.Resolve(Reason, SubjectOf(calendar));
            }

            _seen[calendar] = calendars.Refresh(calendar);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, time);
        do
        {
            await LookAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static string SubjectOf(string calendar) => $"calendar:{calendar}";

    private static string KeyOf(string calendar) => $"holidays:{calendar}";

    private static string Text(IReadOnlySet<DateOnly> days) =>
        string.Join(' ', days.Order().Select(day => day.DayNumber.ToString(CultureInfo.InvariantCulture)));

    private static HashSet<DateOnly> Parse(string? text) =>
        [
            .. (text ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(day => DateOnly.FromDayNumber(int.Parse(day, CultureInfo.InvariantCulture))),
        ];

    private static partial class Log
    {
        [LoggerMessage(3080, LogLevel.Information, "Calendar {Calendar}: {Days} holidays")]
        public static partial void Read(ILogger logger, string calendar, int days);

        [LoggerMessage(3081, LogLevel.Warning, "Calendar {Calendar} could not be read, so what was known of it stays: {Problem}")]
        public static partial void NotRead(ILogger logger, string calendar, string problem);
    }
}

using Bot.Archive.Installations;
using Bot.Delivery.Schedules;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Schedules;

public sealed class HolidayWatchTests : IDisposable
{
    private static readonly DateOnly Holiday = new(2026, 7, 3);

    private readonly string _path = Path.GetTempFileName();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
    private readonly HeardAlerts _alerts = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory, BothDatabases]
    public async Task A_file_that_breaks_keeps_its_holidays_across_restarts_and_is_told_once(TestDatabase database)
    {
        Write("20260703");
        var (calendars, watch) = Process(database);
        await watch.LookAsync(Cancel);
        Assert.True(calendars.IsHoliday("us", Holiday));
        Assert.Empty(_alerts.All);

        Break("<html>");
        await watch.LookAsync(Cancel);
        await watch.LookAsync(Cancel);
        Assert.True(calendars.IsHoliday("us", Holiday));
        Assert.Equal("calendar:us", Assert.Single(_alerts.All).Subject);

        var (after, again) = Process(database);
        Assert.False(after.IsHoliday("us", Holiday));
        await again.LookAsync(Cancel);
        Assert.True(after.IsHoliday("us", Holiday));

        Write("20260704");
        await again.LookAsync(Cancel);
        Assert.False(after.IsHoliday("us", Holiday));
        Assert.True(after.IsHoliday("us", Holiday.AddDays(1)));
    }

    [Theory, BothDatabases]
    public async Task A_file_that_is_not_there_is_told_and_taken_when_it_comes(TestDatabase database)
    {
        File.Delete(_path);
        var (calendars, watch) = Process(database);
        await watch.LookAsync(Cancel);
        Assert.False(calendars.IsHoliday("us", Holiday));
        Assert.Equal("calendar-unreadable", Assert.Single(_alerts.All).Reason);

        Write("20260703");
        await watch.LookAsync(Cancel);
        Assert.True(calendars.IsHoliday("us", Holiday));
    }

    private (HolidayCalendars Calendars, HolidayWatch Watch) Process(TestDatabase database)
    {
        var calendars = new HolidayCalendars(new HolidayOptions { Calendars = { ["us"] = _path } }, _time);
        return (
            calendars,
            new HolidayWatch(calendars, new PlatformStateStore(database.Contexts, _time), _alerts, _time, NullLogger<HolidayWatch>.Instance)
        );
    }

    private void Write(string day) =>
        Put(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );

    private void Break(string text) => Put(text);

    /// <summary>As if a minute had passed since the last time: a file is known to have changed by its time.</summary>
    private void Put(string text)
    {
        File.WriteAllText(_path, text);
        _time.Advance(TimeSpan.FromMinutes(1));
        File.SetLastWriteTimeUtc(_path, _time.GetUtcNow().UtcDateTime);
    }
}

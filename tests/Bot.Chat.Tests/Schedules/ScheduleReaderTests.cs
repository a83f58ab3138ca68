using Bot.Chat.Schedules;

namespace Bot.Chat.Tests.Schedules;

public sealed class ScheduleReaderTests
{
    private static readonly Series Tokyo = new("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    private static readonly Series London = new("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    [Theory]
    [InlineData("8:00", "08:00")]
    [InlineData("８：３０", "08:30")]
    [InlineData("8時", "08:00")]
    [InlineData("8時半 毎日", "08:30")]
    [InlineData("午後6時15分", "18:15")]
    [InlineData("朝8:00", "08:00")]
    [InlineData("8am", "08:00")]
    [InlineData("8:30pm daily", "20:30")]
    [InlineData("12am", "00:00")]
    [InlineData("8:00 平日", "08:00 mon tue wed thu fri, not on jp")]
    [InlineData("8:00 weekdays", "08:00 mon tue wed thu fri, not on jp")]
    [InlineData("weekdays 8:00 America/New_York", "08:00 America/New_York mon tue wed thu fri")]
    [InlineData("8:00 月水金", "08:00 mon wed fri")]
    [InlineData("8:00 月・水・金", "08:00 mon wed fri")]
    [InlineData("8:00 月曜日、金曜", "08:00 mon fri")]
    [InlineData("8:00 月-木", "08:00 mon tue wed thu")]
    [InlineData("8:00 sat-mon", "08:00 mon sat sun")]
    [InlineData("8:00 Mon,WED,friday", "08:00 mon wed fri")]
    [InlineData("8:00 週末 祝日を除く", "08:00 sat sun, not on jp")]
    [InlineData("8:00 月火水木金 祝日も", "08:00 mon tue wed thu fri")]
    [InlineData("8:00 daily -uk", "08:00, not on uk")]
    [InlineData("8:00 asia/kathmandu", "08:00 Asia/Kathmandu")]
    [InlineData("8:00 ニューヨーク", "08:00 America/New_York")]
    [InlineData("8:00 静か 22:00-7:00 飛ばす", "08:00, quiet 22:00-07:00, skips when late")]
    [InlineData("quiet 10pm-7am", "on arrival, quiet 22:00-07:00")]
    [InlineData("22時〜7時", "on arrival, quiet 22:00-07:00")]
    [InlineData("届きしだい", "on arrival")]
    public void A_schedule_is_typed_in_either_language_and_any_order(string text, string said)
    {
        var reading = ScheduleReader.Read(text, Tokyo, ["jp", "uk"]);

        Assert.Null(reading.Problem);
        Assert.Empty(reading.Others);
        Assert.Equal(said, reading.Change!(null)!.ToString());
    }

    [Theory]
    [InlineData("tell", "08:00, tells when 30 min late")]
    [InlineData("late tell 20m", "08:00, tells when 20 min late")]
    [InlineData("20min", "08:00, tells when 20 min late")]
    [InlineData("遅れたら 20分で 知らせる", "08:00, tells when 20 min late")]
    [InlineData("遅れたら２０分後に知らせて", "08:00, tells when 20 min late")]
    [InlineData("45分で知らせる", "08:00, tells when 45 min late")]
    [InlineData("late skip", "08:00, skips when late")]
    [InlineData("遅れたら 待つ", "08:00")]
    public void What_is_done_about_a_late_one_is_typed_in_either_language(string text, string said)
    {
        var reading = ScheduleReader.Read("8:00 " + text, Tokyo, []);

        Assert.Null(reading.Problem);
        Assert.Empty(reading.Others);
        Assert.Equal(said, reading.Change!(null)!.ToString());
    }

    [Fact]
    public void Working_days_elsewhere_know_no_holidays_of_Japan() =>
        Assert.Equal("08:00 mon tue wed thu fri", ScheduleReader.Read("8:00 平日", London, ["jp"]).Change!(null)!.ToString());

    [Theory]
    [InlineData("9:00", "09:00 Asia/Kathmandu mon, quiet 22:00-07:00, skips when late")]
    [InlineData("毎日", "08:00 Asia/Kathmandu, quiet 22:00-07:00, skips when late")]
    [InlineData("never-quiet wait", "08:00 Asia/Kathmandu mon")]
    [InlineData("on-arrival", "on arrival Asia/Kathmandu, quiet 22:00-07:00")]
    public void What_is_not_mentioned_stays(string text, string said)
    {
        var known = new Schedule
        {
            At = new TimeOnly(8, 0),
            Zone = "Asia/Kathmandu",
            Weekdays = [DayOfWeek.Monday],
            Quiet = QuietHours.Parse("22:00-07:00"),
            Late = LateRule.Skip,
        };

        Assert.Equal(said, ScheduleReader.Read(text, Tokyo, []).Change!(known)!.ToString());
    }

    [Fact]
    public void The_series_own_schedule_is_what_there_is_without_another_and_can_come_back()
    {
        var series = Tokyo with
        {
            Schedule = new Schedule { At = new TimeOnly(7, 0), Holidays = ["jp"] },
        };

        Assert.Equal("07:00 sat, not on jp", ScheduleReader.Read("土", series, []).Change!(null)!.ToString());
        Assert.Null(ScheduleReader.Read("default", series, []).Change!(Schedule.OnArrival));
        Assert.Null(ScheduleReader.Read("標準", series, []).Change!(Schedule.OnArrival));
    }

    [Theory]
    [InlineData("startups outlook", "startups outlook")]
    [InlineData("展望、スタートアップ", "展望、スタートアップ")]
    [InlineData("資金調達 8:00 インサイト 平日", "資金調達 インサイト")]
    [InlineData("日本", "日本")]
    public void Other_words_are_left_to_others(string text, string others) =>
        Assert.Equal(others, string.Join(' ', ScheduleReader.Read(text, Tokyo, []).Others));

    [Fact]
    public void Without_a_word_of_a_schedule_nothing_is_said_about_it() =>
        Assert.Null(ScheduleReader.Read("startups outlook", Tokyo, []).Change);

    [Theory]
    [InlineData("25:00", "25:00")]
    [InlineData("平日 ８：６０", "８：６０")]
    [InlineData("8時70分", "8時70分")]
    [InlineData("13pm", "13pm")]
    [InlineData("8:00 Asia/Tokio", "Asia/Tokio")]
    [InlineData("22:00-22:00", "22:00-22:00")]
    [InlineData("startups 22:00-25:00", "22:00-25:00")]
    public void A_problem_points_at_its_word(string text, string word)
    {
        var problem = ScheduleReader.Read(text, Tokyo, []).Problem;

        Assert.Equal(word, problem?.Word);
        Assert.Contains(word, problem!.Why.English, StringComparison.Ordinal);
        Assert.Contains(word, problem.Why.Japanese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", Locale.English, "on arrival")]
    [InlineData("""{}""", Locale.Japanese, "届きしだい")]
    [InlineData("""{"at":"08:00"}""", Locale.Japanese, "毎日 8:00 JST")]
    [InlineData(
        """{"at":"08:00","weekdays":["mon","tue","wed","thu","fri"],"holidays":["jp"]}""",
        Locale.English,
        "weekdays 8:00 JST; except holidays (jp)"
    )]
    [InlineData(
        """{"at":"08:00","zone":"America/New_York","weekdays":["mon","wed"],"quiet":"22:00-07:00","late":"skip"}""",
        Locale.Japanese,
        "月・水 8:00 EST、22:00〜07:00 は送らない、遅れたものは次の回に"
    )]
    [InlineData("""{"at":"08:00","late":"tell"}""", Locale.Japanese, "毎日 8:00 JST、30 分たっても届かなければ知らせる")]
    [InlineData(
        """{"at":"08:00","late":"tell","tellAfter":20}""",
        Locale.English,
        "daily 8:00 JST; tells readers when it is 20 minutes late"
    )]
    public void A_schedule_is_told_in_either_language(string json, Locale locale, string said)
    {
        var schedule = ScheduleJson.Parse(json)!;

        Assert.Equal(
            said,
            ScheduleText.Say(
                new Timetable(schedule, schedule.ZoneOr(Tokyo.Zone)),
                new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero),
                locale
            )
        );
    }
}

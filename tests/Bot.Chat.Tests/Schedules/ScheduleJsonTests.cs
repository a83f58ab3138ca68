using System.Text.Json;
using Bot.Chat.Schedules;

namespace Bot.Chat.Tests.Schedules;

public sealed class ScheduleJsonTests
{
    [Theory]
    [InlineData("{}", "on arrival")]
    [InlineData("""{"quiet":"22:00-07:00"}""", "on arrival, quiet 22:00-07:00")]
    [InlineData("""{"at":"8:00"}""", "08:00")]
    [InlineData(
        """{"at":"08:00","zone":"Asia/Tokyo","weekdays":["fri","Monday"],"holidays":["JP"],"quiet":"22:00-7:00","late":"skip"}""",
        "08:00 Asia/Tokyo mon fri, not on jp, quiet 22:00-07:00, skips when late"
    )]
    [InlineData("""{"at":"08:00","weekdays":["sun","mon","tue","wed","thu","fri","sat"],"late":"wait"}""", "08:00")]
    [InlineData("""{"at":"08:00","late":"tell"}""", "08:00, tells when 30 min late")]
    [InlineData("""{"at":"08:00","late":"tell","tellAfter":20}""", "08:00, tells when 20 min late")]
    public void What_is_read_is_written_and_read_again(string json, string said)
    {
        var schedule = Read(json, out var problems);

        Assert.Empty(problems);
        Assert.Equal(said, schedule.ToString());
        Assert.Equal(schedule, ScheduleJson.Parse(ScheduleJson.Text(schedule)));
    }

    [Theory]
    [InlineData("""{"at":"25:00"}""", "\"at\" must be a time of day such as \"08:00\", not \"25:00\"")]
    [InlineData("""{"at":"08:60"}""", "not \"08:60\"")]
    [InlineData("""{"at":8}""", "not 8")]
    [InlineData("""{"at":"08:00","zone":"Asia/Tokio"}""", "there is no time zone \"Asia/Tokio\"; did you mean Asia/Tokyo")]
    [InlineData("""{"at":"08:00","zone":"Tokyo Standard Time"}""", "there is no time zone \"Tokyo Standard Time\"")]
    [InlineData("""{"at":"08:00","zone":"../../etc/passwd"}""", "there is no time zone")]
    [InlineData("""{"at":"08:00","weekdays":[]}""", "\"weekdays\" must be an array of some of mon, tue")]
    [InlineData("""{"at":"08:00","weekdays":["mond"]}""", "\"weekdays\" must be")]
    [InlineData("""{"at":"08:00","holidays":["us"]}""", "there is no calendar of holidays \"us\"; known are jp, uk")]
    [InlineData("""{"quiet":"22:00"}""", "\"quiet\" must be two different times")]
    [InlineData("""{"quiet":"22:00-22:00"}""", "\"quiet\" must be two different times")]
    [InlineData("""{"at":"06:00","quiet":"22:00-07:00"}""", "the time 06:00 lies in the quiet hours 22:00-07:00")]
    [InlineData("""{"weekdays":["mon"]}""", "need a time of day")]
    [InlineData("""{"late":"skip"}""", "need a time of day")]
    [InlineData("""{"at":"08:00","late":"never"}""", "\"late\" must be \"wait\", \"skip\" or \"tell\"")]
    [InlineData("""{"at":"08:00","late":"tell","tellAfter":0}""", "after 1 to 300 minutes")]
    [InlineData("""{"at":"08:00","late":"tell","tellAfter":301}""", "not after 301")]
    [InlineData("""{"at":"08:00","late":"tell","tellAfter":"20"}""", "\"tellAfter\" must be a whole number of minutes")]
    [InlineData("""{"at":"08:00","late":"tell","tellAfter":1e9}""", "\"tellAfter\" must be a whole number of minutes")]
    [InlineData("""{"time":"08:00"}""", "unknown key \"time\"; known are at, zone")]
    [InlineData("\"8:00\"", "\"schedule\" must be an object")]
    public void A_problem_names_its_key(string json, string problem)
    {
        Read(json, out var problems);

        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("""{"at":"08:00","later":"known"}""")]
    public void A_stored_text_that_is_none_is_none(string? stored) => Assert.Null(ScheduleJson.Parse(stored));

    [Theory]
    [InlineData("asia/tokyo", "Asia/Tokyo")]
    [InlineData("utc", "UTC")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    // A name that is kept for old users only.
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    public void A_zone_has_its_IANA_name_in_any_case(string name, string id) => Assert.Equal(id, ZoneNames.Find(name)?.Id);

    [Theory]
    [InlineData("Tokyo", "Asia/Tokyo")]
    [InlineData("New York", "America/New_York")]
    [InlineData("new_york", "America/New_York")]
    [InlineData("Europe/Londn", "Europe/London")]
    [InlineData("Asia/Kolkotta", "Asia/Kolkata")]
    public void An_unknown_zone_has_near_ones(string name, string id)
    {
        Assert.Null(ZoneNames.Find(name));
        Assert.Equal(id, ZoneNames.Near(name)[0]);
    }

    [Theory]
    [InlineData("Middle/Earth")]
    [InlineData("")]
    public void Nothing_is_near_to_nonsense(string name) => Assert.Empty(ZoneNames.Near(name));

    private static Schedule Read(string json, out IReadOnlyList<string> problems)
    {
        using var document = JsonDocument.Parse(json);
        return ScheduleJson.Read(document.RootElement, ["uk", "jp"], out problems);
    }
}

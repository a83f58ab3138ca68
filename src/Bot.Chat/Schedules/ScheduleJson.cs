using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Chat.Schedules;

/// <summary>
/// A schedule as JSON, in subscription files and in the archive:
/// <c>{"at":"08:00","zone":"Asia/Tokyo","weekdays":["mon","fri"],"holidays":["jp"],"quiet":"22:00-07:00","late":"tell","tellAfter":20}</c>.
/// <c>tellAfter</c> is in minutes. What is left out has its default.
/// </summary>
public static class ScheduleJson
{
    private const string Shape = "an object such as {\"at\": \"08:00\", \"weekdays\": [\"mon\", \"fri\"]}";

    /// <summary>Keys in the order they are written.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["at", "zone", "weekdays", "holidays", "quiet", "late", "tellAfter"];

    /// <summary><c>mon</c> to <c>sun</c>.</summary>
    public static string NameOf(DayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    public static JsonElement Write(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var written = new JsonObject();
        Add("at", schedule.At is { } at ? TimesOfDay.Say(at) : null);
        Add("zone", schedule.Zone);
        Add("weekdays", schedule.Weekdays.Count is 0 or 7 ? null : Array(Schedule.Week.Where(schedule.Weekdays.Contains).Select(NameOf)));
        Add("holidays", schedule.Holidays.Count == 0 ? null : Array(schedule.Holidays));
        Add("quiet", schedule.Quiet?.ToString());
        Add("late", schedule.Late == LateRule.Wait ? null : NameOf(schedule.Late));
        Add(
            "tellAfter",
            schedule.Late == LateRule.Tell && schedule.TellAfter != Schedule.DefaultTellAfter ? (int)schedule.TellAfter.TotalMinutes : null
        );
        return JsonElement.Parse(written.ToJsonString());

        void Add(string key, JsonNode? value)
        {
            if (value is not null)
            {
                written[key] = value;
            }
        }
    }

    /// <summary>The stored form.</summary>
    public static string Text(Schedule schedule) => Write(schedule).GetRawText();

    /// <summary>Reads the stored form; null for text that is none, such as that of another version.</summary>
    public static Schedule? Parse(string? stored)
    {
        try
        {
            using var document = stored is null ? null : JsonDocument.Parse(stored);
            return document is not null && Read(document.RootElement, calendars: null, out var problems) is var read && problems.Count == 0
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a schedule; with a problem, what could be read of it.</summary>
    /// <param name="calendars">Names of the holiday calendars that there are; null: any will do.</param>
    /// <param name="problems">Each names its key; empty if there are none.</param>
    public static Schedule Read(JsonElement value, IReadOnlyCollection<string>? calendars, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        if (value.ValueKind != JsonValueKind.Object)
        {
            found.Add($"\"schedule\" must be {Shape}");
            return Schedule.OnArrival;
        }

        var schedule = Schedule.OnArrival;
        foreach (var property in value.EnumerateObject())
        {
            var (read, problem) = Read(schedule, property.Name, property.Value);
            schedule = read;
            if (problem is not null)
            {
                found.Add($"\"schedule\": {problem}");
            }
        }

        found.AddRange(ScheduleRules.Problems(schedule, calendars).Select(problem => $"\"schedule\": {problem.Problem.English}"));
        return schedule;
    }

    private static (Schedule Schedule, string? Problem) Read(Schedule schedule, string key, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        return key switch
        {
            "at" => text is not null && TimesOfDay.Parse(text) is { } at
                ? (schedule with { At = at }, null)
                : (schedule, $"\"at\" must be a time of day such as \"08:00\", not {value.GetRawText()}"),
            "zone" => text is not null
                ? (schedule with { Zone = text }, null)
                : (schedule, "\"zone\" must be a text such as \"Asia/Tokyo\""),
            "weekdays" => Texts(value) is { Count: > 0 } names && names.TrueForAll(name => DayOf(name) is not null)
                ? (schedule with { Weekdays = [.. Schedule.Week.Where(day => names.Exists(name => DayOf(name) == day))] }, null)
                : (schedule, "\"weekdays\" must be an array of some of " + string.Join(", ", Schedule.Week.Select(NameOf))),
            "holidays" => Texts(value) is { } calendars
                ? (schedule with { Holidays = [.. calendars.Select(name => name.ToLowerInvariant()).Distinct()] }, null)
                : (schedule, "\"holidays\" must be an array of names of calendars"),
            "quiet" => text is not null && QuietHours.Parse(text) is { } quiet
                ? (schedule with { Quiet = quiet }, null)
                : (schedule, $"\"quiet\" must be two different times of day such as \"22:00-07:00\", not {value.GetRawText()}"),
            "late" => LateOf(text) is { } late
                ? (schedule with { Late = late }, null)
                : (schedule, $"\"late\" must be \"wait\", \"skip\" or \"tell\", not {value.GetRawText()}"),
            "tellAfter" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var minutes)
                ? (schedule with { TellAfter = TimeSpan.FromMinutes(minutes) }, null)
                : (schedule, $"\"tellAfter\" must be a whole number of minutes, not {value.GetRawText()}"),
            _ => (schedule, $"unknown key \"{key}\"; known are {string.Join(", ", Keys)}"),
        };
    }

    private static string NameOf(LateRule late) => late.ToString().ToLowerInvariant();

    private static LateRule? LateOf(string? name) =>
        Enum.GetValues<LateRule>().Where(rule => NameOf(rule) == name).Select(rule => (LateRule?)rule).FirstOrDefault();

    /// <summary>By its short or its whole name.</summary>
    private static DayOfWeek? DayOf(string name) =>
        Schedule
            .Week.Cast<DayOfWeek?>()
            .FirstOrDefault(day =>
                name.Equals(NameOf(day!.Value), StringComparison.OrdinalIgnoreCase)
                || name.Equals(day.Value.ToString(), StringComparison.OrdinalIgnoreCase)
            );

    private static List<string>? Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null;

    private static JsonArray Array(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];
}

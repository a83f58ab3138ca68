using Bot.Configuration;

namespace Bot.Intake;

/// <summary>The series there are; at least one.</summary>
public sealed class SeriesCatalogue(IReadOnlyList<SeriesOptions> series, TimeProvider time)
{
    public IReadOnlyList<SeriesOptions> All { get; } = series;

    /// <summary>What a document without a named series belongs to.</summary>
    public SeriesOptions First => All[0];

    /// <summary>Null: there is no series of that key.</summary>
    public SeriesOptions? Find(string key) => All.FirstOrDefault(candidate => candidate.Key == key);

    /// <summary>Today in the series' zone.</summary>
    public DateOnly TodayOf(SeriesOptions series) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), ZoneOf(series)).DateTime);

    public static TimeZoneInfo ZoneOf(SeriesOptions series) => TimeZoneInfo.FindSystemTimeZoneById(series.Zone);
}

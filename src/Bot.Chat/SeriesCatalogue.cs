using Bot.Chat.Commands;

namespace Bot.Chat;

/// <summary>The series there are, in the order of the configuration; at least one.</summary>
public sealed class SeriesCatalogue
{
    private readonly TimeProvider _time;

    public SeriesCatalogue(IReadOnlyList<Series> series, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfZero(series.Count, nameof(series));
        All = series;
        _time = time;
    }

    public IReadOnlyList<Series> All { get; }

    /// <summary>What a document without a named series belongs to.</summary>
    public Series First => All[0];

    /// <summary>Null: there is no series of that key.</summary>
    public Series? Find(string key) => All.FirstOrDefault(candidate => candidate.Key == key);

    /// <summary>
    /// The series that the call names, or else the first one that its workspace may ask; null if it may not. The operator
    /// may ask about all. A call that names no workspace is not the operator's for that: a platform may leave it out.
    /// </summary>
    public Series? AskedBy(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return All.FirstOrDefault(entry =>
            (call.Series is null || call.Series == entry.Key) && (call.IsOperators || entry.IsOpenTo(call.Platform, call.Workspace)));
    }

    /// <summary>Today in the series' zone.</summary>
    public DateOnly TodayOf(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), series.Zone).DateTime);
    }
}

using Bot.Chat.Commands;

namespace Bot.Chat;

/// <summary>All configured series, in the order of the configuration; at least one.</summary>
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

    /// <summary>The series of a document that names none.</summary>
    public Series First => All[0];

    /// <summary>Null if there is no series with that key.</summary>
    public Series? Find(string key) => All.FirstOrDefault(candidate => candidate.Key == key);

    /// <summary>
    /// The series named in the call, else the first one open to its workspace; null if there is none. The operator may
    /// ask about all. A call without a workspace is not necessarily the operator's: a platform may leave it out.
    /// </summary>
    public Series? AskedBy(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return All.FirstOrDefault(entry =>
            (call.Series is null || call.Series == entry.Key) && (call.IsOperators || entry.IsOpenTo(call.Platform, call.Workspace))
        );
    }

    /// <summary>Today in the series' time zone.</summary>
    public DateOnly TodayOf(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), series.Zone).DateTime);
    }
}

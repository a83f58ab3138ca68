namespace Bot.Configuration;

/// <summary>Everything that can be configured: one property a section. Each key has a line in <c>appsettings.example.json</c>.</summary>
public sealed class BotOptions : IRules
{
    public DatabaseOptions Database { get; init; } = new();

    public JobsOptions Jobs { get; init; } = new();

    public IntakeOptions Intake { get; init; } = new();

    /// <summary>Empty: one, <see cref="SeriesOptions.Default"/>.</summary>
    public List<SeriesOptions> Series { get; init; } = [];

    public LoggingOptions Logging { get; init; } = new();

    public IEnumerable<RuleBreak> Check()
    {
        if (Jobs.Storage == JobsStorage.PostgreSql && Database.Provider != DatabaseProvider.PostgreSql)
        {
            yield return new($"{nameof(Jobs)}:{nameof(JobsOptions.Storage)}", new(
                "PostgreSql には Database:Provider も PostgreSql が必要です",
                "PostgreSql needs Database:Provider to be PostgreSql too"));
        }

        foreach (var twins in Series.Where(series => series.Key.Length > 0).GroupBy(series => series.Key).Where(twins => twins.Count() > 1))
        {
            yield return new(nameof(Series), new($"キー「{twins.Key}」が2回あります", $"the key \"{twins.Key}\" is there twice"));
        }

        for (var i = 0; i < Intake.Feeds.Count; i++)
        {
            if (Intake.Feeds[i].Series is { } key && !SeriesOrDefault.Any(series => series.Key == key))
            {
                yield return new($"{nameof(Intake)}:{nameof(IntakeOptions.Feeds)}:{i}:{nameof(FeedOptions.Series)}", new(
                    $"シリーズ「{key}」は Series にありません（あるもの: {SeriesKeys}）",
                    $"there is no series \"{key}\" under Series (there are: {SeriesKeys})"));
            }
        }
    }

    /// <summary>The configured series, or the one that is there when none is; never empty.</summary>
    internal IReadOnlyList<SeriesOptions> SeriesOrDefault => Series.Count > 0 ? Series : [SeriesOptions.Default];

    internal string SeriesKeys => string.Join(", ", SeriesOrDefault.Select(series => series.Key));
}

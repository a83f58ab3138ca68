using Bot.Answers;
using Bot.Archive.Retention;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Options;
using Bot.Delivery;
using Bot.Delivery.Alerts;
using Bot.Delivery.Schedules;
using Bot.Discord.Setup;
using Bot.Intake;
using Bot.Intake.Feeds;
using Bot.Slack.Setup;
using Bot.Web;
using Bot.Web.Api;

namespace Bot.Configuration;

/// <summary>
/// Everything that can be configured: one property per section. Each key has a line in <c>appsettings.example.json</c>.
/// </summary>
public sealed class BotOptions : IRules
{
    public ArchiveOptions Database { get; init; } = new();

    public JobsOptions Jobs { get; init; } = new();

    public IntakeOptions Intake { get; init; } = new();

    /// <summary>If empty, there is one: <see cref="SeriesOptions.Default"/>.</summary>
    public List<SeriesOptions> Series { get; init; } = [];

    public HolidayOptions Holidays { get; init; } = new();

    public DeliveryOptions Delivery { get; init; } = new();

    public RetentionOptions Retention { get; init; } = new();

    public DiscordOptions Discord { get; init; } = new();

    public AskingOptions Asking { get; init; } = new();

    public SlackOptions Slack { get; init; } = new();

    public WebOptions Web { get; init; } = new();

    public OperatorOptions Operator { get; init; } = new();

    public AdminsOptions Admins { get; init; } = new();

    public SecretsOptions Secrets { get; init; } = new();

    public VocabularyOptions Vocabulary { get; init; } = new();

    public CompanyOptions Companies { get; init; } = new();

    public LoggingOptions Logging { get; init; } = new();

    public TelemetryOptions Telemetry { get; init; } = new();

    public IEnumerable<OptionProblem> Check() =>
        [
            .. DatabaseRules(),
            .. SeriesRules(),
            .. Holidays.Problems().Select(problem => new OptionProblem($"{nameof(Holidays)}:{problem.Key}", problem.Problem)),
            .. CalendarRules(),
            .. SlackOptionsCheck.Check(Slack).Select(problem => new OptionProblem($"{nameof(Slack)}:{problem.Key}", problem.Message)),
            .. Slack
                .Commands.Select((name, at) => (name, at))
                .Where(pair => !AnswerServices.CommandNames.Contains(pair.name))
                .Select(pair => new OptionProblem(
                    $"{nameof(Slack)}:{nameof(SlackOptions.Commands)}:{pair.at}",
                    HostTexts.Both("BotOptions.NoSuchCommand", pair.name, string.Join(", ", AnswerServices.CommandNames))
                )),
            .. WebOptionsCheck.Check(Web).Select(problem => new OptionProblem($"{nameof(Web)}:{problem.Key}", problem.Message)),
            .. DiscordOptionsCheck.Check(Discord).Select(problem => new OptionProblem($"{nameof(Discord)}:{problem.Key}", problem.Message)),
            .. Asking.Problems().Select(DeliveryRule),
            .. Delivery.Problems().Select(DeliveryRule),
            .. Operator.Problems().Select(problem => new OptionProblem($"{nameof(Operator)}:{problem.Key}", problem.Message)),
            .. Secrets.Problems().Select(problem => new OptionProblem($"{nameof(Secrets)}:{problem.Key}", problem.Message)),
            .. VocabularyRules(),
            .. Companies.Problems().Select(problem => new OptionProblem($"{nameof(Companies)}:{problem.Key}", problem.Message)),
        ];

    /// <summary>The configured series, or the default one; never empty.</summary>
    internal IReadOnlyList<Series> SeriesOrDefault =>
        [.. (Series.Count > 0 ? Series : [SeriesOptions.Default]).Select(series => series.ToSeries())];

    private IEnumerable<OptionProblem> DatabaseRules()
    {
        if (Database.Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(Database.ConnectionString))
        {
            yield return new(
                $"{nameof(Database)}:{nameof(ArchiveOptions.ConnectionString)}",
                HostTexts.Both("BotOptions.PostgreSQLNeedsConnectionStringExample")
            );
        }

        if (Jobs.Storage == JobsStorage.PostgreSql && Database.Provider != DatabaseProvider.PostgreSql)
        {
            yield return new(
                $"{nameof(Jobs)}:{nameof(JobsOptions.Storage)}",
                HostTexts.Both("BotOptions.PostgreSqlNeedsDatabaseProviderTo")
            );
        }
    }

    private IEnumerable<OptionProblem> SeriesRules()
    {
        foreach (var twins in Series.Where(series => series.Key.Length > 0).GroupBy(series => series.Key).Where(twins => twins.Count() > 1))
        {
            yield return new(nameof(Series), HostTexts.Both("BotOptions.KeyIsThereTwice", twins.Key));
        }

        // Uses the raw options: a series with a wrong time zone still has a key, and its own rule reports the zone.
        var known = (Series.Count > 0 ? Series : [SeriesOptions.Default]).Select(series => series.Key).ToList();
        var keys = string.Join(", ", known);
        foreach (var (index, feed) in Intake.Feeds.Index())
        {
            if (feed.Series is { Length: > 0 } key && !known.Contains(key))
            {
                yield return new(
                    $"{nameof(Intake)}:{nameof(IntakeOptions.Feeds)}:{index}:{nameof(FeedOptions.Series)}",
                    HostTexts.Both("BotOptions.NoSeriesUnderSeriesThere", key, keys)
                );
            }
        }
    }

    private IEnumerable<OptionProblem> CalendarRules() =>
        Series.SelectMany(
            (series, index) =>
                series
                    .Schedule.CheckCalendars([HolidayCalendars.Japan, .. Holidays.Calendars.Keys])
                    .Select(problem => new OptionProblem(
                        $"{nameof(Series)}:{index}:{nameof(SeriesOptions.Schedule)}:{problem.Key}",
                        problem.Message
                    ))
        );

    private IEnumerable<OptionProblem> VocabularyRules()
    {
        try
        {
            Bot.Briefings.Reading.Vocabulary.Default.Merge(Vocabulary);
            return [];
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return [new(nameof(Vocabulary), HostTexts.Both("BotOptions.Unusable", exception.Message))];
        }
    }

    /// <summary>Delivery's problems start with their key: <c>Delivery:Sweep must be …</c>.</summary>
    private static OptionProblem DeliveryRule(string problem)
    {
        var (key, rest) = problem.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
            ? (problem[..end], problem[(end + 1)..])
            : (nameof(Delivery), problem);
        return new(key, HostTexts.Both("BotOptions.UnusableValue", rest));
    }
}

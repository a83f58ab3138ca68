using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Configuration;
using Bot.Intake;

namespace Bot.Serving;

/// <summary>
/// Shows a first-time visitor what the bot does: with nothing configured and an empty archive, the bundled briefing
/// arrives, marked as a sample. If the start is killed halfway, the next one completes it.
/// </summary>
public sealed partial class SampleBriefing(
    BriefingArchive archive,
    IntakePipeline pipeline,
    SeriesCatalogue series,
    ILogger<SampleBriefing> logger
) : BackgroundService
{
    private const string Resource = "Bot.Sample.sample-briefing.md";

    /// <summary>True if no source of briefings has been configured yet.</summary>
    public static bool IsWanted(BotOptions options) =>
        options.Intake is { Inbox: null or "", Feeds.Count: 0 } && !PlatformCatalogue.IsAnyOn(options);

    /// <summary>The embedded document.</summary>
    public static byte[] Read()
    {
        using var stream =
            typeof(SampleBriefing).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in the bot.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var stored = await archive.ListAsync(series.First.Key, before: null, count: 2, stoppingToken);
        if (stored.Any(briefing => !briefing.IsSample) || (stored.Count == 0 && await archive.AnyAsync(stoppingToken)))
        {
            return;
        }

        var receipt = await pipeline.TakeAsync(new IntakeRequest("sample", Read(), Origins.Sample), stoppingToken);
        if (receipt.Status == ReceiptStatus.New)
        {
            Arrived(logger);
        }
    }

    [LoggerMessage(
        2201,
        LogLevel.Information,
        "The archive is empty and nothing is configured: the sample briefing has arrived in the web channel."
    )]
    private static partial void Arrived(ILogger logger);
}

using System.Text;
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
    private const string Resource = "Bot.Sample.sample-briefing";

    /// <summary>True if no source of briefings has been configured yet.</summary>
    public static bool IsWanted(BotOptions options) =>
        options.Intake is { Inbox: null or "", Feeds.Count: 0 } && !PlatformCatalogue.IsAnyOn(options);

    /// <summary>The embedded document, in the language of the series that shows it.</summary>
    public static byte[] Read(Locale language)
    {
        var name = language == Locale.English ? $"{Resource}.en.md" : $"{Resource}.md";
        using var stream =
            typeof(SampleBriefing).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the bot.");
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

        var document = Read(await LanguageAsync(stored, stoppingToken));
        var receipt = await pipeline.TakeAsync(new IntakeRequest("sample", document, Origins.Sample), stoppingToken);
        if (receipt.Status == ReceiptStatus.New)
        {
            Arrived(logger);
        }
    }

    /// <summary>The series' language, unless the sample has come in another one before: it is no correction of itself.</summary>
    private async Task<Locale> LanguageAsync(IReadOnlyList<BriefingListing> stored, CancellationToken cancellationToken)
    {
        var wanted = series.First.Language;
        var other = wanted == Locale.English ? Locale.Japanese : Locale.English;
        return
            stored is [var sample, ..]
            && await archive.LoadAsync(new(sample.Series, sample.Date, sample.Edition), revision: null, cancellationToken) is { } document
            && document.Markdown.Trim() == Encoding.UTF8.GetString(Read(other)).Trim()
            ? other
            : wanted;
    }

    [LoggerMessage(
        2201,
        LogLevel.Information,
        "The archive is empty and nothing is configured: the sample briefing has arrived in the web channel."
    )]
    private static partial void Arrived(ILogger logger);
}

using Bot.Answers;
using Bot.Archive;
using Bot.Archive.Installations;
using Bot.Archive.Setup;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Configuration;
using Bot.Delivery;
using Bot.Delivery.Administering;
using Bot.Diagnosis;
using Bot.Discord;
using Bot.Discord.Receiving;
using Bot.Intake;
using Bot.Serving;
using Bot.Slack;
using Bot.Slack.Receiving;
using Bot.Verbs;
using Bot.Web.Channel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;

namespace Bot;

/// <summary>Joins the parts: what every verb and the service have in common.</summary>
public static class Composition
{
    /// <summary>Everything but the web, Hangfire and the ways in that only a running service has.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options, ArchiveOptions database, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddSingleton(options);
        services.AddMetrics();
        services.AddSingleton(_ => Reader(options));
        services.AddArchive(database);
        services.AddPlatformStorage(options.Secrets);
        services.AddDelivery(options.Delivery, options.SeriesOrDefault);
        services.AddSlack(options.Slack);
        services.AddSlackChecks(options.Slack);
        services.AddSingleton(new SeriesCatalogue(options.SeriesOrDefault, time));
        services.AddSingleton(provider => new DateRule(provider.GetRequiredService<SeriesCatalogue>(), options.Intake.MaxDaysFromToday));
        services.AddSingleton<DeliveryPlans>();
        services.AddSingleton<DefaultSubscriptions>();
        services.AddSingleton(provider => CatalogueOf(provider));
        services.AddSingleton<CommandDispatcher>();
        services.AddSingleton<IntakePipeline>();
        services.AddSingleton<Confirmation>();
        services.AddSingleton<DatabaseCheck>();
        services.AddSingleton<SecretsCheck>();
        services.AddSingleton<ChannelCheck>();
        if (options.Discord.IsOn)
        {
            services.AddDiscordPosting(options.Discord);
            services.AddDiscordAdministration(options.Discord);
        }

        return services;
    }

    /// <summary>The services of a verb that is done in a moment; they log warnings to standard error.</summary>
    internal static ServiceProvider Provider(Surroundings surroundings, ConfigurationReading configured, ArchiveOptions? database = null)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => LogToStandardError(logging).SetMinimumLevel(LogLevel.Warning)
                // Its warning is about keys that stand bare in the database: doctor says so, and what to do.
                .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error))
            .AddBot(configured.Options, database ?? DatabaseOf(configured.Options, surroundings), surroundings.Time)
            .AddSingleton<IPlatform, WebPlatform>();
        surroundings.Compose?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>The reader with the admin's words.</summary>
    public static BriefingReader Reader(BotOptions options) => new(Vocabulary.Default.Merge(options.Vocabulary));

    /// <summary>The database with its file seen from the caller's folder.</summary>
    public static ArchiveOptions DatabaseOf(BotOptions options, Surroundings surroundings)
    {
        if (options.Database.Provider != DatabaseProvider.Sqlite)
        {
            return options.Database;
        }

        var connection = new SqliteConnectionStringBuilder(options.Database.EffectiveConnectionString());
        if (connection.Mode != SqliteOpenMode.Memory && connection.DataSource is not ("" or ":memory:"))
        {
            connection.DataSource = surroundings.PathOf(connection.DataSource);
        }

        return new ArchiveOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = connection.ConnectionString };
    }

    /// <summary>Absolute path of the inbox; null: none is configured.</summary>
    public static string? InboxOf(BotOptions options, Surroundings surroundings) =>
        string.IsNullOrWhiteSpace(options.Intake.Inbox) ? null : surroundings.PathOf(options.Intake.Inbox);

    /// <summary>The commands of all parts.</summary>
    private static CommandCatalogue CatalogueOf(IServiceProvider services)
    {
        CommandCatalogue? catalogue = null;
        var series = services.GetRequiredService<SeriesCatalogue>();
        return catalogue = new CommandCatalogue(
        [
            .. AnswersCatalogue.Create(
                services.GetRequiredService<IDbContextFactory<ArchiveContext>>(),
                services.GetRequiredService<BriefingReader>(),
                series,
                services.GetRequiredService<TimeProvider>(),
                () => catalogue!.All),
            .. AdministeringCatalogue.Create(services, series.All),
        ]);
    }

    internal static ILoggingBuilder LogToStandardError(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            format.UseUtcTimestamp = true;
            format.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // Lines are lost where nobody reads them; a send that waits for a full pipe would be worse.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
        return logging;
    }
}

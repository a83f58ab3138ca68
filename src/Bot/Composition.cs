using Bot.Answers;
using Bot.Archive.Installations;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Subscriptions;
using Bot.Configuration;
using Bot.Delivery;
using Bot.Diagnosis;
using Bot.Discord;
using Bot.Discord.Receiving;
using Bot.Discord.Setup;
using Bot.Intake;
using Bot.Intake.Holding;
using Bot.Serving;
using Bot.Serving.Logging;
using Bot.Slack;
using Bot.Slack.Receiving;
using Bot.Verbs;
using Bot.Web.Channel;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Bot;

/// <summary>Composes the parts: the services shared by every verb and the service.</summary>
public static class Composition
{
    /// <summary>Everything except the web, Hangfire and the intake sources that only a running service has.</summary>
    public static IServiceCollection AddBot(
        this IServiceCollection services,
        BotOptions options,
        ArchiveOptions database,
        TimeProvider time
    )
    {
        services.AddSingleton(time);
        services.AddSingleton(options);
        services.AddMetrics();
        services.AddSingleton(_ => Reader(options));
        services.AddSingleton(options.Retention);
        services.AddArchive(database);
        services.AddPlatformStorage(options.Secrets);
        services.AddSingleton(_ => options.Companies.Aliases());
        services.AddAnswers();
        services.AddDelivery(options.Delivery, options.SeriesOrDefault, options.Holidays);
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, NonThrowingLoggerFactory>());
        // All platforms, set up or not: a subscription file may mention one that is off.
        services.AddSingleton<IPlatformOptions, DiscordSubscriptionOptions>();
        services.AddSlack(options.Slack);
        services.AddSlackChecks(options.Slack);
        services.AddDiscord(options.Discord);
        services.AddDiscordChecks(options.Discord);
        services.AddSingleton(new SeriesCatalogue(options.SeriesOrDefault, time));
        services.AddSingleton(provider => new DateRule(provider.GetRequiredService<SeriesCatalogue>(), options.Intake.MaxDaysFromToday));
        services.AddSingleton<DefaultSubscriptions>();
        services.AddSingleton(
            new TypedCommands(
                options.Slack.Commands.Count > 0 ? options.Slack.Commands : TypedCommands.AloneByDefault,
                options.Slack.CommandPrefix
            )
        );
        services.AddCommands();
        services.AddSingleton<EditionRule>();
        services.AddSingleton<IntakePipeline>();
        services.AddSingleton<BriefingReindex>();
        services.AddSingleton<Confirmation>();
        services.AddSingleton<DatabaseCheck>();
        services.AddSingleton<RetentionCheck>();
        services.AddSingleton<SecretsCheck>();
        services.AddSingleton<CalendarCheck>();
        services.AddSingleton<ChannelCheck>();
        return services;
    }

    /// <summary>The services for a short-lived verb; they log warnings to standard error.</summary>
    internal static ServiceProvider Provider(
        CommandLineContext commandLine,
        ConfigurationReading configured,
        ArchiveOptions? database = null
    )
    {
        var services = new ServiceCollection()
            .AddLogging(logging =>
                LogToStandardError(logging)
                    .SetMinimumLevel(LogLevel.Warning)
                    // It complains about keys in the database that stand bare or cannot be opened, which doctor reports with advice.
                    .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None)
            )
            .AddBot(configured.Options, database ?? DatabaseOf(configured.Options, commandLine), commandLine.Time)
            .AddSingleton<IPlatform, WebPlatform>();
        commandLine.Compose?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>The reader with the configured vocabulary.</summary>
    public static BriefingReader Reader(BotOptions options) => new(Vocabulary.Default.Merge(options.Vocabulary));

    /// <summary>The database options, with the file path relative to the caller's folder.</summary>
    public static ArchiveOptions DatabaseOf(BotOptions options, CommandLineContext commandLine)
    {
        if (options.Database.Provider != DatabaseProvider.Sqlite)
        {
            return options.Database;
        }

        var connection = new SqliteConnectionStringBuilder(options.Database.EffectiveConnectionString());
        if (connection.Mode != SqliteOpenMode.Memory && connection.DataSource is not ("" or ":memory:"))
        {
            connection.DataSource = commandLine.PathOf(connection.DataSource);
        }

        return new ArchiveOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = connection.ConnectionString };
    }

    /// <summary>Absolute path of the inbox; null if not configured.</summary>
    public static string? InboxOf(BotOptions options, CommandLineContext commandLine) =>
        string.IsNullOrWhiteSpace(options.Intake.Inbox) ? null : commandLine.PathOf(options.Intake.Inbox);

    internal static ILoggingBuilder LogToStandardError(ILoggingBuilder logging)
    {
        logging.AddConsole(console => console.FormatterName = OneLineFormatter.Called);
        logging.AddConsoleFormatter<OneLineFormatter, ConsoleFormatterOptions>();
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // Drop lines that nobody reads: a send blocked by a full pipe would be worse.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
        return logging;
    }
}

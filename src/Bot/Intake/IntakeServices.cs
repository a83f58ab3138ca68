using Bot.Configuration;
using Bot.Intake.Feeds;
using Bot.Intake.Http;
using Bot.Intake.Inbox;

namespace Bot.Intake;

/// <summary>The ways in that only a running service has: HTTP, inbox, feeds.</summary>
public static class IntakeServices
{
    /// <param name="inbox">Absolute path of the inbox; null: none.</param>
    public static IServiceCollection AddIntake(this IServiceCollection services, BotOptions options, string? inbox)
    {
        services.AddSingleton(new ApiTokens(options.Intake.ApiTokens));
        services.AddSingleton<PostBriefing>();
        services.AddSingleton<GetBriefing>();
        services.AddSingleton<GetFunding>();
        if (inbox is not null)
        {
            services.AddSingleton(provider => new InboxSweeper(
                inbox,
                options.Intake.InboxSettle,
                provider.GetRequiredService<IntakePipeline>(),
                options.SeriesOrDefault[0].Language,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<InboxSweeper>>()));
            services.AddHostedService<InboxWatcher>();
        }

        if (options.Intake.Feeds.Count > 0)
        {
            services.AddSingleton<IReadOnlyList<FeedOptions>>(options.Intake.Feeds);
            services.AddSingleton(provider => new FeedClient(
                provider.GetRequiredService<IntakePipeline>().MaxBytes, provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<FeedPoller>();
            services.AddTransient<FeedAlarm>();
            services.AddHostedService<FeedSchedule>();
        }

        return services;
    }
}

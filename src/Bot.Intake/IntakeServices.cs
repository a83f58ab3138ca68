using Bot.Chat;
using Bot.Intake.Feeds;
using Bot.Intake.Http;
using Bot.Intake.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Intake;

/// <summary>The ways in that only a running service has: HTTP, inbox, feeds.</summary>
public static class IntakeServices
{
    /// <param name="inbox">Absolute path of the inbox; null: none.</param>
    public static IServiceCollection AddIntake(this IServiceCollection services, IntakeOptions options, string? inbox)
    {
        services.AddSingleton(new ApiTokens(options.ApiTokens));
        services.AddSingleton<PostBriefing>();
        if (inbox is not null)
        {
            services.AddSingleton(provider => new InboxSweeper(
                inbox,
                options.InboxSettle,
                provider.GetRequiredService<IntakePipeline>(),
                provider.GetRequiredService<SeriesCatalogue>().First.Language,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<InboxSweeper>>()
            ));
            services.AddHostedService<InboxWatcher>();
        }

        if (options.Feeds.Count > 0)
        {
            services.AddSingleton<IReadOnlyList<FeedOptions>>(options.Feeds);
            services.AddSingleton(provider => new FeedClient(
                provider.GetRequiredService<IntakePipeline>().MaxBytes,
                provider.GetRequiredService<TimeProvider>()
            ));
            services.AddSingleton<FeedPoller>();
            services.AddTransient<FeedAlarm>();
            services.AddHostedService<FeedSchedule>();
        }

        return services;
    }
}

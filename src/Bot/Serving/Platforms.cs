using Bot.Chat.Answering;
using Bot.Configuration;
using Bot.Discord.Receiving;
using Bot.Slack.Receiving;
using Bot.Slack.Receiving.People;

namespace Bot.Serving;

/// <summary>The chat platforms of a running service: those with a token take questions; the others are logged once as off.</summary>
internal static partial class Platforms
{
    public static IServiceCollection AddPlatforms(this IServiceCollection services, BotOptions options)
    {
        services.AddAnswering(options.Asking);
        services.AddHostedService<PlatformNotice>();
        services.AddHostedService<LateWorkEnd>();
        services.AddSlackReceiving(options.Slack, new FallbackLocale(options.SeriesOrDefault[0].Language));
        services.AddDiscordReceiving(options.Discord);
        if (PlatformCatalogue.IsAnyOn(options))
        {
            services.AddSingleton<IHostedService>(provider =>
                ActivatorUtilities.CreateInstance<ChannelWatch>(provider, options.Discord.PermissionCheck)
            );
        }

        return services;
    }

    /// <summary>Logs which platforms are off.</summary>
    private sealed partial class PlatformNotice(BotOptions options, ILogger<PlatformNotice> logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var platform in PlatformCatalogue.All.Where(platform => !platform.IsOn(options)))
            {
                Off(logger, platform.Name, platform.Key);
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(2300, LogLevel.Information, "{Platform} is off: {Key} is not set")]
        private static partial void Off(ILogger logger, string platform, string key);
    }
}

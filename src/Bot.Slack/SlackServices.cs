using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Sending;
using Bot.Slack.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack;

public static class SlackServices
{
    /// <summary>
    /// Adds Slack as a platform; does nothing if no token is configured. Needs <see cref="Chat.Installations.IInstallations"/>,
    /// <see cref="IOperatorAlerts"/>, <see cref="TimeProvider"/> and logging. The options must have been checked:
    /// <see cref="SlackOptionsCheck"/>.
    /// </summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        if (!options.IsOn)
        {
            return services;
        }

        services.AddSingleton<SlackClient>(provider => new SlackClient(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConfiguredInstallation>();
        services.AddHostedService(provider => provider.GetRequiredService<ConfiguredInstallation>());
        services.AddSingleton<SlackCalls>();
        services.AddSingleton<SlackWorkspaces>();
        services.AddSingleton<SlackLookup>();
        services.AddSingleton<IDirectMessages, SlackDirectMessages>();
        services.AddSingleton<ITokenProbe, SlackTokenProbe>();
        services.AddSingleton<IThreadProbe, SlackThreadProbe>();
        services.AddSingleton<SlackPermalinks>();
        services.AddSingleton<IPermalinks>(provider => provider.GetRequiredService<SlackPermalinks>());
        services.AddSingleton<ContentsLinks>();
        if (options.LinkContents)
        {
            services.AddHostedService(provider => provider.GetRequiredService<ContentsLinks>());
            services.AddSingleton<IThreadFinish>(provider => provider.GetRequiredService<ContentsLinks>());
        }

        services.AddSingleton<SlackPlatform>();
        services.AddSingleton<SlackPacer>();
        services.AddSingleton<ISendPacer>(provider => provider.GetRequiredService<SlackPacer>());
        services.AddSingleton<IPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        return services;
    }
}

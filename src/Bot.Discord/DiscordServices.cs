using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Sending;
using Bot.Discord.Setup;
using Bot.Discord.Setup.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord;

public static class DiscordServices
{
    /// <summary>
    /// Adds Discord as a platform; does nothing if no token is configured. Needs <see cref="TimeProvider"/> and logging; uses
    /// <see cref="IInstallations"/> if registered. The options must have been checked: <see cref="DiscordOptionsCheck"/>.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        if (!options.IsOn)
        {
            return services;
        }

        services.AddSingleton(provider => new DiscordClient(
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IInstallations>()
        ));
        services.AddSingleton<ChannelAccess>();
        services.AddSingleton<DiscordPlatform>();
        services.AddSingleton<IPlatform>(provider => provider.GetRequiredService<DiscordPlatform>());
        services.AddSingleton<ISendPacer, DiscordPacer>();
        services.AddSingleton<IDirectMessages, DiscordDirectMessages>();
        services.AddSingleton<IChannelProbe, DiscordChannelProbe>();
        services.AddSingleton<DiscordTokenProbe>();
        services.AddSingleton<ITokenProbe>(provider => provider.GetRequiredService<DiscordTokenProbe>());
        services.AddSingleton<IThreadProbe, DiscordThreadProbe>();
        services.AddSingleton<IPermalinks, DiscordPermalinks>();
        return services;
    }
}

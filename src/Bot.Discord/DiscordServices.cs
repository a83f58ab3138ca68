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
    /// <summary>What posts to Discord. Needs <see cref="TimeProvider"/> and logging; uses <see cref="IInstallations"/> where it is.</summary>
    public static IServiceCollection AddDiscordPosting(this IServiceCollection services, DiscordOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new DiscordClient(options, provider.GetRequiredService<TimeProvider>(), provider.GetService<IInstallations>()));
        services.AddSingleton<ChannelAccess>();
        services.AddSingleton<DiscordPlatform>();
        services.AddSingleton<IPlatform>(provider => provider.GetRequiredService<DiscordPlatform>());
        services.AddSingleton<ISendPacer, DiscordPacer>();
        services.AddSingleton<IChannelProbe, DiscordChannelProbe>();
        services.AddSingleton<IPermalinks, DiscordPermalinks>();
        return services;
    }
}

using System.Security.Cryptography;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Discord.Receiving.Gateway;
using Bot.Discord.Receiving.Registration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Discord.Receiving;

public static class DiscordReceivingServices
{
    /// <summary>
    /// What takes Discord's interactions, by the way that the options say. Needs the client and options of
    /// <c>AddDiscord</c>, what <c>AddAnswering</c> adds, the command catalogue, the stores of installations and platform
    /// state, alerts, time and logging. <see cref="DiscordRoutes.MapDiscord"/> opens the way over HTTP.
    /// </summary>
    public static IServiceCollection AddDiscordReceiving(this IServiceCollection services, DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton<InteractionConnection>();
        services.AddSingleton<InteractionReplies>();
        services.AddSingleton<Autocomplete>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<DiscordStartup>(
            provider, provider.GetServices<IPlatform>().Single(platform => platform.Id == PlatformId.Discord)));
        if (options.Mode == DiscordMode.Http)
        {
            services.AddSingleton(provider => new DiscordSignature([options.PublicKey, options.PreviousPublicKey], provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<DiscordEndpoint>();
            return services;
        }

        services.AddSingleton<IdentifyBudget>();
        services.AddSingleton<IGatewayEvents, GatewayEvents>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<GatewayService>(
            provider, new Random(RandomNumberGenerator.GetInt32(int.MaxValue))));
        return services;
    }

    /// <summary>What verbs need as well: registering commands, and looking at how things stand.</summary>
    public static IServiceCollection AddDiscordAdministration(this IServiceCollection services)
    {
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<DiscordCheck>();
        services.AddSingleton<IPlatformCheck>(provider => provider.GetRequiredService<DiscordCheck>());
        return services;
    }
}

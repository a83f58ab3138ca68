using System.Security.Cryptography;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving.Gateway;
using Bot.Discord.Receiving.Http;
using Bot.Discord.Setup;
using Bot.Discord.Setup.Registration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Discord.Receiving;

public static class DiscordReceivingServices
{
    private const string Configured = "configured";

    /// <summary>
    /// Adds what receives Discord's interactions while the service runs, in the way set by the options; does nothing when Discord is off.
    /// Needs <see cref="DiscordServices.AddDiscord"/>, <see cref="AddDiscordChecks"/> and what <c>AddAnswering</c> adds, the command
    /// catalogue, the stores of installations and platform state, alerts, time and logging. <see cref="DiscordRoutes.MapDiscord"/> maps
    /// the HTTP endpoint.
    /// </summary>
    public static IServiceCollection AddDiscordReceiving(this IServiceCollection services, DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.IsOn)
        {
            return services;
        }

        services.AddSingleton<InteractionConnection>();
        services.AddSingleton<InteractionReplies>();
        services.AddSingleton<Autocomplete>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<DiscordStartup>(
                provider,
                provider.GetServices<IPlatform>().Single(platform => platform.Id == PlatformId.Discord)
            )
        );
        if (options.Mode == DiscordMode.Http)
        {
            services.AddSingleton(provider => new DiscordSignature(
                [options.PublicKey, options.PreviousPublicKey],
                provider.GetRequiredService<TimeProvider>()
            ));
            services.AddSingleton<DiscordEndpoint>();
            return services;
        }

        services.AddSingleton<IdentifyBudget>();
        services.AddSingleton<GuildPresence>();
        services.AddHostedService(provider => provider.GetRequiredService<GuildPresence>());
        services.AddSingleton<IGatewayEvents, GatewayEvents>();
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<GatewayService>(provider, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)))
        );
        services.AddSingleton<IStandingConnection>(provider => provider.GetRequiredService<GatewayService>());
        services.AddHostedService(provider => provider.GetRequiredService<GatewayService>());
        return services;
    }

    /// <summary>
    /// Adds the checks that query Discord without listening to it: command registration and the doctor's lines, for the service and for
    /// verbs; does nothing when Discord is off. Uses the configured token, and therefore needs no database.
    /// </summary>
    public static IServiceCollection AddDiscordChecks(this IServiceCollection services, DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.IsOn)
        {
            return services;
        }

        services.AddKeyedSingleton(Configured, (provider, _) => new DiscordClient(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<CommandRegistrar>(provider, provider.GetRequiredKeyedService<DiscordClient>(Configured))
        );
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<DiscordCheck>(provider, provider.GetRequiredKeyedService<DiscordClient>(Configured))
        );
        services.AddSingleton<IPlatformCheck>(provider => provider.GetRequiredService<DiscordCheck>());
        return services;
    }
}

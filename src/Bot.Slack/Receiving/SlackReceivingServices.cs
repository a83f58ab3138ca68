using System.Security.Cryptography;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Slack.Receiving.Http;
using Bot.Slack.Receiving.People;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Receiving.Socket;
using Bot.Slack.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Slack.Receiving;

public static class SlackReceivingServices
{
    /// <summary>
    /// Adds the checks that query Slack without listening to it: the channel probe and the doctor's lines. Does nothing when Slack is off.
    /// Needs <see cref="SlackServices.AddSlack"/>.
    /// </summary>
    public static IServiceCollection AddSlackChecks(this IServiceCollection services, SlackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.IsOn)
        {
            services.AddSingleton<IChannelProbe, SlackChannelProbe>();
            services.AddSingleton<IPlatformCheck, SlackCheck>();
        }

        return services;
    }

    /// <summary>
    /// Adds what listens to Slack while the service runs, over HTTP (<see cref="SlackRoutes.MapSlack"/>) or Socket Mode; does nothing when
    /// Slack is off. Needs <see cref="SlackServices.AddSlack"/> and <see cref="AnsweringServices.AddAnswering"/>.
    /// </summary>
    public static IServiceCollection AddSlackReceiving(this IServiceCollection services, SlackOptions options, FallbackLocale language)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.IsOn)
        {
            return services;
        }

        services.AddSingleton(language);
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<NotInstalledReply>();
        services.TryAddSingleton(TypedCommands.Default);
        services.AddSingleton<CommandInbound>();
        services.AddSingleton<InteractionInbound>();
        services.AddSingleton<EventInbound>();
        services.AddSingleton<MentionInbound>();
        if (options.Mode == SlackMode.Http)
        {
            services.AddSingleton(provider => new SlackSignature(
                [options.SigningSecret, options.PreviousSigningSecret],
                provider.GetRequiredService<TimeProvider>()
            ));
            services.AddSingleton<SlackEndpoint>();
            return services;
        }

        services.AddSingleton(SocketPatience.Default);
        services.AddSingleton<SocketAddress>();
        services.AddSingleton<SocketEnvelopes>();
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<SocketMode>(provider, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)))
        );
        services.AddSingleton<IStandingConnection>(provider => provider.GetRequiredService<SocketMode>());
        services.AddHostedService(provider => provider.GetRequiredService<SocketMode>());
        return services;
    }
}

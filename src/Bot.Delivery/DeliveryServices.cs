using System.Security.Cryptography;
using Bot.Archive.Ledger;
using Bot.Archive.Subscriptions;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Delivery.Planning;
using Bot.Delivery.Sending;
using Bot.Delivery.Waking;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

public static class DeliveryServices
{
    /// <summary>
    /// Registers planning, sending and operating the ledger. Needs the archive, the
    /// <see cref="BriefingReader"/>, <see cref="TimeProvider"/>, logging, metrics and
    /// the platforms. Hangfire wakes the senders where its client is registered.
    /// </summary>
    /// <param name="series">Names and zones of the configured series; one that is not named goes by its key, in UTC.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names each.</exception>
    public static IServiceCollection AddDelivery(
        this IServiceCollection services, DeliveryOptions options, IReadOnlyList<Series>? series = null)
    {
        if (options.Problems().ToList() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging().Replace(ServiceDescriptor.Singleton<ILoggerFactory, SteadyLogging>());
        services.TryAddSingleton<IOperatorAlerts, LoggedAlerts>();
        services.AddSingleton(options);
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<SendLedger>();
        services.AddSingleton<LedgerSweep>();
        services.AddSingleton<DueDeliveries>();
        services.AddSingleton<PlanLedger>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<ChannelSubscriptions>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton(_ => new Jitter(options, new Random(RandomNumberGenerator.GetInt32(int.MaxValue))));
        services.AddSingleton<OutcomePolicy>();
        services.AddSingleton<SendGates>();
        services.AddSingleton<LastingTrouble>();
        services.AddSingleton<PayloadCache>();
        services.AddSingleton<PlatformCalls>();
        services.AddSingleton<ThreadFinishes>();
        services.AddSingleton<ThreadRunner>();
        services.AddSingleton<LedgerQueries>();
        services.AddSingleton<PauseList>();
        services.AddSingleton<DeliveryCsv>();
        services.AddSingleton<DeliveryOperations>();
        services.AddSingleton<IWorkspaceEvents, WorkspacePauses>();
        services.AddSingleton<SendSignal>();
        services.TryAddSingleton<IThreadComposer>(provider => new BriefingThreads(
            provider.GetRequiredService<BriefingReader>(), series ?? [], provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ThreadRenderer>();
        services.AddSingleton<DeliveryPlanner>();
        services.AddSingleton<LeftoverPlans>();
        services.AddSingleton<Func<string, TokenSender>>(provider => token => ActivatorUtilities.CreateInstance<TokenSender>(provider, token));
        services.AddSingleton<IAlarmClock>(provider => provider.GetService<IBackgroundJobClient>() is { } jobs
            ? new HangfireAlarmClock(jobs, provider.GetRequiredService<SendSignal>(), provider.GetRequiredService<TimeProvider>())
            : ActivatorUtilities.CreateInstance<SignalAlarmClock>(provider));
        services.AddSingleton<SendingService>();
        services.AddHostedService(provider => provider.GetRequiredService<SendingService>());
        return services;
    }
}

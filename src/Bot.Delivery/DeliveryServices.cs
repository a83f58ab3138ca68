using System.Security.Cryptography;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Bot.Delivery.Administering;
using Bot.Delivery.Alerts;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Delivery.Planning;
using Bot.Delivery.Schedules;
using Bot.Delivery.Sending;
using Bot.Delivery.Waking;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Delivery;

public static class DeliveryServices
{
    /// <summary>
    /// Registers planning, sending and operating the ledger. Needs the archive, the <see cref="BriefingReader"/> if it has own words,
    /// <see cref="TimeProvider"/>, logging, metrics and the platforms. If Hangfire's client is registered, Hangfire wakes the senders.
    /// </summary>
    /// <param name="series">The configured series; any other series goes by its key, in UTC, on arrival.</param>
    /// <param name="holidays">Calendars that schedules may name beside Japan's; null: none.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names each.</exception>
    public static IServiceCollection AddDelivery(
        this IServiceCollection services,
        DeliveryOptions options,
        IReadOnlyList<Series>? series = null,
        HolidayOptions? holidays = null
    )
    {
        if (options.Problems().ToList() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.TryAddSingleton<IOperatorAlerts, LoggedAlerts>();
        services.AddSingleton(options);
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerClock>();
        services.AddSingleton<NewerVersion>();
        services.AddSingleton<UpgradeGate>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<LeaseRenewals>();
        services.AddSingleton(_ => SenderProcess.Current(new Random(RandomNumberGenerator.GetInt32(int.MaxValue))));
        services.AddSingleton<SenderShare>();
        services.AddSingleton<TokenConnections>();
        services.AddSingleton<ITokenConnections>(provider =>
            provider.GetRequiredService<ArchiveOptions>().Provider == DatabaseProvider.Sqlite
                ? new SoleProcess()
                : provider.GetRequiredService<TokenConnections>()
        );
        services.AddSingleton<SendLedger>();
        services.AddSingleton<LedgerSweep>();
        services.AddSingleton<ClockRescue>();
        services.AddSingleton<DueDeliveries>();
        services.AddSingleton<PlanLedger>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<ChannelSubscriptions>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<LedgerReadings>();
        services.AddSingleton(_ => new OutcomePolicy(options, new Random(RandomNumberGenerator.GetInt32(int.MaxValue))));
        services.AddSingleton<SendGates>();
        services.AddSingleton<Verification>();
        services.AddSingleton<TokenInquiry>();
        services.AddSingleton<RefusalInquiry>();
        services.AddSingleton(new SeriesAccess(series ?? []));
        services.AddSingleton(provider => new HolidayCalendars(
            holidays ?? new HolidayOptions(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IHolidays>(provider => provider.GetRequiredService<HolidayCalendars>());
        services.AddSingleton(provider => new Timetables(series ?? [], provider.GetRequiredService<IHolidays>()));
        services.AddSingleton(provider => new DueTimes(provider.GetRequiredService<Timetables>(), options.UsefulWindow));
        services.AddSingleton<DueTimeSweep>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MissingBriefings>(provider, series ?? []));
        services.AddSingleton<OutageTracker>();
        services.AddSingleton<PayloadCache>();
        services.AddSingleton<PlatformCalls>();
        services.AddSingleton<ThreadFinishes>();
        services.AddSingleton<ThreadRunner>();
        services.AddSingleton<LedgerQueries>();
        services.AddSingleton<PauseList>();
        services.AddSingleton<DeliveryCsv>();
        services.AddSingleton<PauseInquiry>();
        services.AddSingleton<DeliveryOperations>();
        services.AddSingleton<WaitingCorrections>();
        services.AddSingleton<PauseWatch>();
        services.AddSingleton<IWorkspaceEvents, WorkspacePauses>();
        services.AddSingleton<SendSignal>();
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<DueNotices>(provider, provider.GetRequiredService<SenderProcess>().Owner)
        );
        services.TryAddSingleton<IThreadComposer>(provider => new BriefingThreads(
            provider.GetRequiredService<BriefingReader>(),
            series ?? [],
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<ThreadRenderer>();
        services.AddSingleton<PostAddresses>();
        services.TryAddSingleton(_ => new BriefingReader());
        services.AddSingleton<WatchComposer>();
        services.AddSingleton<WatchPlanner>();
        services.AddSingleton<VanishedThreads>();
        services.AddSingleton<RevisionPlanner>();
        services.AddSingleton<PlaceLedger>();
        services.AddSingleton(new PlaceholderLines(series ?? []));
        services.AddSingleton<PlaceholderFiller>();
        services.AddSingleton<PlaceholderPlanner>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<DeliveryPlanner>();
        services.AddSingleton<LeftoverPlans>();
        services.AddSingleton<Func<string, TokenSender>>(provider =>
            token => ActivatorUtilities.CreateInstance<TokenSender>(provider, token)
        );
        services.AddSingleton<IAlarmClock>(provider =>
            provider.GetService<IBackgroundJobClient>() is { } jobs
                ? ActivatorUtilities.CreateInstance<HangfireAlarmClock>(provider, jobs)
                : ActivatorUtilities.CreateInstance<SignalAlarmClock>(provider)
        );
        services.AddSingleton<ChannelNames>();
        services.AddSingleton<NextTimes>();
        services.AddSingleton<ScheduleWork>();
        services.AddSingleton<INextDelivery, NextDelivery>();
        services.AddSingleton<NewestIssue>();
        services.AddSingleton<PostWork>();
        services.AddSingleton<CorrectionWork>();
        services.AddSingleton<SubscribeWork>();
        services.AddSingleton<SubscriptionReading>();
        services.AddSingleton<StatusReading>();
        services.AddSingleton<ICommandDefinition, AdministeringCommand>();
        services.AddSingleton<SendingService>();
        services.AddHostedService(provider => provider.GetRequiredService<SendingService>());
        services.AddHostedService(provider => provider.GetRequiredService<DueNotices>());
        services.AddHostedService(provider => provider.GetRequiredService<PauseWatch>());
        return services;
    }
}

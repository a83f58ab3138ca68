using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Delivery.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Delivery.Alerts;

public static class AlertServices
{
    /// <summary>
    /// Sends a running service's alerts to the operator, rather than only logging them. Needs what
    /// <see cref="DeliveryServices.AddDelivery"/> needs; the options must have been checked.
    /// </summary>
    /// <param name="series">Including the times by which their briefings are expected.</param>
    public static IServiceCollection AddOperatorAlerts(
        this IServiceCollection services,
        OperatorOptions options,
        IReadOnlyList<Series> series
    )
    {
        services.AddSingleton(options);
        services.AddSingleton<OperatorAlerts>();
        services.Replace(ServiceDescriptor.Singleton<IOperatorAlerts>(provider => provider.GetRequiredService<OperatorAlerts>()));
        services.AddSingleton<ExpectedBriefings>();
        services.AddSingleton<AlertWatch>();
        services.AddSingleton<AlertComposer>();
        services.AddSingleton<ChannelTeller>();
        services.AddSingleton<WebhookTeller>();
        services.AddSingleton<AlertTeller>();
        services.AddSingleton<DirectTeller>();
        services.AddSingleton<AlertService>();
        services.AddHostedService(provider => provider.GetRequiredService<AlertService>());
        services.AddSingleton<ClockWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockWatch>());
        return services;
    }

    /// <summary>Watches the files of holidays. Needs where the bot keeps small values, <see cref="IPlatformState"/>.</summary>
    public static IServiceCollection AddHolidayWatch(this IServiceCollection services)
    {
        services.AddSingleton<HolidayWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<HolidayWatch>());
        return services;
    }
}

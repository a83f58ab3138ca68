using Bot.Archive;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;
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
        services.AddSingleton(provider => new ExpectedBriefings(provider.GetRequiredService<IDbContextFactory<ArchiveContext>>(), series));
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
}

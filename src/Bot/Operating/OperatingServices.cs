using Bot.Configuration;

namespace Bot.Operating;

/// <summary>What only a running service has for its operators.</summary>
public static class OperatingServices
{
    public static IServiceCollection AddOperating(this IServiceCollection services, BotOptions options)
    {
        services.AddSingleton(new AdminTokens(options.Admins.Tokens));
        services.AddSingleton<DeliveryReading>();
        services.AddSingleton<DeliveryWork>();
        return services;
    }
}

namespace Bot.Serving.Guarding;

/// <summary>Wraps every background service in a <see cref="GuardedService"/>.</summary>
internal static class Guard
{
    /// <summary>Call it last: services registered later are not guarded.</summary>
    public static IServiceCollection GuardBackgroundServices(this IServiceCollection services)
    {
        for (var i = 0; i < services.Count; i++)
        {
            var service = services[i];
            if (
                service.ServiceType == typeof(IHostedService)
                && !service.IsKeyedService
                && service.ImplementationInstance is null
                && MayRunOn(service)
            )
            {
                services[i] = ServiceDescriptor.Singleton(provider => Around(Create(service, provider), provider));
            }
        }

        return services;
    }

    /// <summary>Services that only start and stop need no guard, and keep the type that others look for.</summary>
    private static bool MayRunOn(ServiceDescriptor service) => service.ImplementationType?.IsSubclassOf(typeof(BackgroundService)) ?? true;

    private static object Create(ServiceDescriptor service, IServiceProvider provider) =>
        service.ImplementationFactory is { } make
            ? make(provider)
            : ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);

    private static IHostedService Around(object service, IServiceProvider provider) =>
        service is BackgroundService background
            ? new GuardedService(
                background,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>().CreateLogger(background.GetType())
            )
            : (IHostedService)service;
}

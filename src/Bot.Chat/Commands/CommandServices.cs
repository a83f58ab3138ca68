using Bot.Chat.Answering;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Chat.Commands;

public static class CommandServices
{
    /// <summary>Adds the catalogue of all registered <see cref="ICommandDefinition"/>s, its reader and its dispatcher.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton(provider => new CommandCatalogue(
            provider.GetServices<ICommandDefinition>().Select(definition => definition.Define()),
            provider.GetService<TypedCommands>()
        ));
        services.AddSingleton<CommandReader>();
        services.AddSingleton(provider => new CommandDispatcher(
            provider.GetRequiredService<CommandCatalogue>(),
            provider.GetService<ISubjects>(),
            provider.GetService<IReadModel>()
        ));
        return services;
    }
}

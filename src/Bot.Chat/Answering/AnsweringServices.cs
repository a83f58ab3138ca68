using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Answering;

public static class AnsweringServices
{
    /// <summary>
    /// The services that platforms share for answering people. Requires a <see cref="Commands.CommandDispatcher"/>, its
    /// catalogue, <see cref="IArchiveVersion"/>, <see cref="IInbox"/>, <see cref="TimeProvider"/>, logging and metrics;
    /// uses <see cref="IPostedThreads"/> and <see cref="IPermalinks"/> if registered.
    /// </summary>
    /// <exception cref="ArgumentException">The options are invalid; the message names each problem.</exception>
    public static IServiceCollection AddAnswering(this IServiceCollection services, AskingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems().ToList() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }

        services.AddSingleton(options);
        services.AddSingleton<AskRate>();
        services.AddSingleton(provider => new PostLinks(
            provider.GetService<IPostedThreads>(),
            provider.GetServices<IPermalinks>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PostLinks>>()
        ));
        services.AddSingleton<TimelyAnswers>();
        services.AddSingleton<RenderedAnswers>();
        services.AddSingleton<AnswerMetrics>();
        services.AddSingleton<CommandService>();
        services.AddSingleton<LateWork>();
        return services;
    }
}

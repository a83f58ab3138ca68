using Microsoft.Extensions.DependencyInjection;

namespace Bot.Chat.Answering;

public static class AnsweringServices
{
    /// <summary>
    /// What platforms share to answer people. Needs a <see cref="Commands.CommandDispatcher"/>, its catalogue,
    /// <see cref="IArchiveVersion"/>, <see cref="Installations.IInbox"/>, <see cref="TimeProvider"/>, logging and metrics.
    /// </summary>
    /// <exception cref="ArgumentException">The options are wrong; the message names each.</exception>
    public static IServiceCollection AddAnswering(this IServiceCollection services, AskingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems().ToList() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }

        services.AddSingleton(options);
        services.AddSingleton<AskRate>();
        services.AddSingleton<TimelyAnswers>();
        services.AddSingleton<RenderedAnswers>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<LateWork>();
        return services;
    }
}

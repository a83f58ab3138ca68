using Bot.Configuration;
using Bot.Serving.Logging;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Serving.Logging;

[Collection(OneHostCollection.Name)]
public sealed class LogLevelsTests : IDisposable
{
    private readonly Bench _bench = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_changed_file_changes_the_levels_of_a_running_bot_and_a_broken_one_does_not()
    {
        using var log = new EveryLine();
        _bench.Compose = services => services.AddSingleton<ILoggerProvider>(log);
        _bench.Write("appsettings.json", """{ "Logging": { "LogLevel": { "Bot.Delivery": "Warning" } } }""");
        await using var bot = await RunningBot.StartAsync(_bench);
        var logger = bot.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bot.Delivery.Anything");
        Assert.False(logger.IsEnabled(LogLevel.Information));

        _bench.Write("appsettings.json", """{ "Logging": { "LogLevel": { "Bot.Delivery": "Trace" } } }""");
        await UntilAsync(() => logger.IsEnabled(LogLevel.Trace));
        _bench.Write("appsettings.json", """{ "Logging": { "LogLevel": { "Bot.Delivery": "Loud" } } }""");
        await UntilAsync(() => log.All.Contains("log levels stay as they are", StringComparison.Ordinal));

        Assert.True(logger.IsEnabled(LogLevel.Trace));
    }

    [Fact]
    public void The_same_levels_are_no_change()
    {
        using var levels = new LogLevels(Of(LogLevel.Debug));

        Assert.False(levels.Change(Of(LogLevel.Debug)));
        Assert.True(levels.Change(Of(LogLevel.Error)));
    }

    private static LoggingOptions Of(LogLevel level) => new() { LogLevel = { ["Bot"] = level } };

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Bench.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}

using System.Collections.Concurrent;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Configuration;
using Bot.Delivery;
using Bot.Serving.Logging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bot.Faults.Tests.Staging;

/// <summary>One sending process, simulated in this process: with its own connections, platform client and leases.</summary>
public sealed class Actor : IAsyncDisposable
{
    private readonly Transcripts _transcripts = new();
    private bool _isStopped;

    internal Actor(Stage stage, Action<DbContextOptionsBuilder>? configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(stage.Clock);
        services.AddSingleton<IOperatorAlerts>(stage.Alerts);
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_transcripts);
            stage.Sinks.ForEach(sink => logging.AddProvider(sink));
        });
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, NonThrowingLoggerFactory>());
        services.AddMetrics();
        services.AddSingleton(Composition.Reader(new BotOptions()));
        services.AddArchive(stage.Database.Options, configure);
        stage.Chat.AddTo(services, stage.Wrap);
        services.AddDelivery(stage.Options);
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public string Transcript => _transcripts.ToString();

    private SendingService Sending => Services.GetRequiredService<SendingService>();

    public Task StartAsync() => Sending.StartAsync(CancellationToken.None);

    /// <summary>A graceful stop, as on SIGTERM.</summary>
    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await Sending.StopAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Services.DisposeAsync();
    }

    /// <summary>Keeps the log, to search it for secrets.</summary>
    private sealed class Transcripts : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }

        public override string ToString() => string.Join('\n', _lines);
    }
}

using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Alerts;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Alerts;

/// <summary>One process that alerts its operator, over a test database.</summary>
public sealed class AlertDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="like">Makes this another process over the same database, platform and clock.</param>
    public AlertDesk(TestDatabase database, OperatorOptions? options = null, AlertDesk? like = null, params IReadOnlyList<Series> series)
    {
        Time = like?.Time ?? new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
        Platform = like?.Platform ?? new FakePlatform();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IMeterFactory, PlainMeters>()
            .AddSingleton<IPlatform>(Platform)
            .AddSingleton<IThreadComposer>(new LineComposer())
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddArchive(database.Options)
            .AddSingleton<AlertLedger>()
            .AddDelivery(new DeliveryOptions(), series)
            .AddOperatorAlerts(options ?? new OperatorOptions { Channel = "fake:W/ops", Language = Locale.English }, series)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    public FakePlatform Platform { get; }

    public KeptLog Log { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Raise(string reason, string subject, string? detail = null) =>
        Get<IOperatorAlerts>().Raise(new OperatorAlert(reason, subject, detail));

    public Task RunAsync() => Get<AlertService>().RunOnceAsync(TestContext.Current.CancellationToken);

    public Task RunAfterAsync(TimeSpan wait)
    {
        Time.Advance(wait);
        return RunAsync();
    }

    public async Task<StoredAlert> OnlyAsync() =>
        Assert.Single(await Get<AlertLedger>().OpenOnesAsync(10, TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A log that a test reads.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public IEnumerable<string> Needing => Lines.Where(line => line.StartsWith("Needs a person", StringComparison.Ordinal));

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
    ) => _lines.Enqueue(formatter(state, exception));

    public void Dispose() { }
}

/// <summary>A webhook that answers with the given statuses, repeating the last one.</summary>
public sealed class Hook : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Queue<HttpStatusCode> _answers;
    private readonly Task _serving;

    public Hook(params HttpStatusCode[] answers)
    {
        _answers = new Queue<HttpStatusCode>(answers);
        (_listener, Address) = LoopbackListener.Start("hook/canary-hook/");
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public System.Collections.Concurrent.ConcurrentQueue<JsonElement> Told { get; } = new();

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            using var json = JsonDocument.Parse(await reader.ReadToEndAsync());
            Told.Enqueue(json.RootElement.Clone());
            context.Response.StatusCode = (int)(_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek());
            context.Response.Close();
        }
    }
}

using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.World;
using Bot.Slack.Receiving;
using Bot.Slack.Receiving.Http;
using Bot.Slack.Receiving.People;
using Bot.Slack.Receiving.Socket;
using Bot.Slack.Setup;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.Receiving;

/// <summary>Slack's receiving side on real sockets, between the emulated Slack and a few commands.</summary>
internal sealed class Listening : IAsyncDisposable, IInstallations, IInbox, IWorkspaceEvents, IOperatorAlerts, IArchiveVersion
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>A clock by which the time that an answer may take is over at once: what comes later is shown in its own right.</summary>
    public static TimeProvider ShortOfPatience => new RetimedClock(TimelyAnswers.Limit, TimeSpan.FromMilliseconds(20));

    public const string Team = SlackServer.FirstWorkspace;
    public const string Channel = SlackServer.FirstChannel;
    public const string Asker = "U0000000001";

    private readonly ConcurrentDictionary<string, Installation> _installations = new();
    private readonly ConcurrentDictionary<string, byte> _accepted = new();
    private WebApplication? _app;

    private Listening(SlackServer slack) => Slack = slack;

    public SlackServer Slack { get; }

    public IServiceProvider Services => _app!.Services;

    public AskedCommands Commands { get; } = new();

    public ConcurrentQueue<string> Removed { get; } = [];

    public ConcurrentQueue<OperatorAlert> Alerts { get; } = [];

    public ConcurrentQueue<string> Logged { get; } = [];

    public bool InboxFails { get; set; }

    public bool HasInstallations => !_installations.IsEmpty;

    public long Current => 1;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Listening> StartAsync(
        SlackMode mode = SlackMode.Http,
        string? formerSecret = null,
        AskingOptions? asking = null,
        SocketPatience? patience = null,
        Action<SlackServer>? prepare = null,
        TimeProvider? time = null
    )
    {
        var listening = new Listening(await SlackServer.StartAsync());
        // Slack waits three seconds; how busy the machine is must not count.
        listening.Slack.Bot.Deadline = listening.Slack.Sockets.Deadline = listening.Slack.Triggers.Life = Deadline;
        listening.Slack.World.AddUser(new SlackUser(Asker, "hanako", Team) { Locale = "en-US" });
        prepare?.Invoke(listening.Slack);
        var app = listening.Slack.World.App;
        var options = new SlackOptions
        {
            Mode = mode,
            BotToken = SlackServer.FirstToken,
            AppToken = mode == SlackMode.Socket ? app.AppToken : "",
            SigningSecret = mode == SlackMode.Http ? app.SigningSecret : "",
            PreviousSigningSecret = formerSecret ?? "",
            ApiBaseUrl = listening.Slack.ApiAddress,
        };
        await listening.ListenAsync(options, asking ?? new AskingOptions { PerUserPerMinute = 0 }, patience, time ?? TimeProvider.System);
        if (mode == SlackMode.Socket)
        {
            await listening.Slack.Sockets.WaitForAsync(hub => hub.Count > 0, Deadline, Cancellation);
        }

        return listening;
    }

    public Task<Interaction> TypeAsync(
        string command,
        string text = "",
        string user = Asker,
        SignatureKind signature = SignatureKind.Good
    ) => Slack.People.TypeAsync(new SlashCommand(command, text) { User = user }, signature, Cancellation);

    public Task<ShownReply> ShownForAsync(Interaction interaction) =>
        Slack.Shown.WaitForAsync(reply => reply.Interaction == interaction.Id, Deadline, Cancellation);

    /// <summary>Waits for something that has no signal to wait for.</summary>
    public static async Task EventuallyAsync(Func<bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Deadline);
        while (!isSo())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Waits until everything acknowledged has been handled; nothing more is accepted.</summary>
    public ValueTask FinishAsync() => Services.GetRequiredService<LateWork>().DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        await Slack.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join('\n', Logged.Where(line => !line.Contains("Hosting", StringComparison.Ordinal)))
        );
        Assert.DoesNotContain(
            Logged,
            line =>
                line.Contains("/response/", StringComparison.Ordinal)
                || line.Contains("xoxb-", StringComparison.Ordinal)
                || line.Contains("xapp-", StringComparison.Ordinal)
                || line.Contains("ticket=", StringComparison.Ordinal)
        );
    }

    public ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) =>
        new(_installations.GetValueOrDefault(workspace));

    public ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken) =>
        new([.. _installations.Values]);

    public Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken)
    {
        _installations[installation.Workspace] = installation with { InstalledAt = TimeProvider.System.GetUtcNow() };
        return Task.CompletedTask;
    }

    public Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        _installations.TryRemove(workspace, out _);
        return Task.CompletedTask;
    }

    public Task<bool> TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken)
    {
        Assert.InRange(request.Length, 1, 200);
        return InboxFails
            ? Task.FromException<bool>(new InvalidOperationException("no database"))
            : Task.FromResult(_accepted.TryAdd(request, 0));
    }

    public Task RemovedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        Removed.Enqueue(workspace);
        return Task.CompletedTask;
    }

    public Task AddedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Raise(OperatorAlert alert) => Alerts.Enqueue(alert);

    private async Task ListenAsync(SlackOptions options, AskingOptions asking, SocketPatience? patience, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(new Lines(Logged)).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddSingleton(time)
            .AddSingleton<IInstallations>(this)
            .AddSingleton<IInbox>(this)
            .AddSingleton<IWorkspaceEvents>(this)
            .AddSingleton<IOperatorAlerts>(this)
            .AddSingleton<ITokenConnections, SoleProcess>()
            .AddSingleton<IArchiveVersion>(this)
            .AddSingleton(Commands.Catalogue)
            .AddSingleton<CommandReader>()
            .AddSingleton<CommandDispatcher>()
            .AddAnswering(asking)
            .AddSlack(options)
            .AddSlackChecks(options)
            .AddSlackReceiving(options, new FallbackLocale(Locale.English));
        if (patience is not null)
        {
            builder.Services.AddSingleton(patience);
        }

        _app = builder.Build();
        _app.MapSlack();
        await _app.StartAsync(Cancellation);
        if (options.Mode == SlackMode.Http)
        {
            Slack.Urls = RequestUrls.Under(new Uri(_app.Urls.Single()));
        }

        await EventuallyAsync(() => HasInstallations);
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
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
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}

using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Bot.Discord.Receiving;
using Bot.Discord.Receiving.Http;
using Bot.Discord.Setup;
using Bot.Discord.Setup.Registration;
using Bot.Emulators.Discord;
using Bot.Testing;
using Bot.Testing.Commands;
using Markdig.Syntax;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Receiving;

/// <summary>Discord's receiving side on its own socket, connected to the emulator. State is in memory; the log is kept.</summary>
internal sealed class ReceivingBench
    : IAsyncDisposable,
        IArchiveVersion,
        IInbox,
        IPlatformState,
        IInstallations,
        IWorkspaceEvents,
        IOperatorAlerts,
        ICommandHandler,
        IArgumentSuggestions
{
    public const string Token = "test-token-that-must-not-be-shown";
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>A clock by which the time that an answer may take is over at once: it is deferred.</summary>
    public static TimeProvider ShortOfPatience => new RetimedClock(TimelyAnswers.Limit, TimeSpan.FromMilliseconds(20));

    /// <summary>A clock by which everything takes a twentieth of its time, however busy the machine; timers are real.</summary>
    public static TimeProvider OfAQuickMachine { get; } = new QuickClock();

    private readonly ConcurrentDictionary<string, string?> _state = new();
    private readonly ConcurrentDictionary<string, byte> _inbox = new();
    private readonly Logs _logs = new();
    private WebApplication? _app;

    private ReceivingBench(DiscordServer server) => Discord = server;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public DiscordServer Discord { get; }

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public ConcurrentQueue<CommandCall> Handled { get; } = new();

    public ConcurrentQueue<string> Events { get; } = new();

    public ConcurrentQueue<OperatorAlert> Alerts { get; } = new();

    public Secret? Saved { get; private set; }

    /// <summary>A command's answer; null: its name and text.</summary>
    public Func<CommandCall, Task<Reply>>? Handler { get; set; }

    public Func<string, CancellationToken, Task<IReadOnlyList<ArgumentSuggestion>>>? Suggest { get; set; }

    /// <summary>Makes the database fail whenever it returns true; null: never.</summary>
    public Func<bool>? StateFails { get; set; }

    /// <summary>No server is saved before this completes.</summary>
    public Task GuildGate { get; set; } = Task.CompletedTask;

    public IReadOnlyDictionary<string, string?> State => _state;

    public string Log => string.Join('\n', _logs.Lines);

    long IArchiveVersion.Current => 1;

    /// <param name="prepare">Changes Discord before the bot starts.</param>
    /// <param name="perMinute">Questions that one person may ask per minute; 0: any number.</param>
    /// <param name="prepareBench">Changes the bench before the bot starts.</param>
    /// <param name="time">The bot's clock; null: the system's.</param>
    public static async Task<ReceivingBench> StartAsync(
        DiscordMode mode,
        Action<DiscordServer>? prepare = null,
        int perMinute = 0,
        Action<ReceivingBench>? prepareBench = null,
        TimeProvider? time = null
    )
    {
        var bench = new ReceivingBench(await DiscordServer.StartAsync());
        bench.Discord.Gateway.Settings.MaxConcurrency = 100;
        // Discord waits three seconds; how busy the machine is must not count.
        bench.Discord.Rules.InteractionDeadline = Deadline;
        prepare?.Invoke(bench.Discord);
        prepareBench?.Invoke(bench);
        await bench.RunAsync(mode, perMinute, time ?? TimeProvider.System);
        return bench;
    }

    public static Reply Says(string text, params Button[] buttons) =>
        new(new Message(new MarkdownDocument { Nodes.Paragraph(text) }) { Locale = Locale.Japanese, Buttons = buttons });

    /// <summary>Waits until Discord's log has such a line.</summary>
    public Task<Bot.Emulators.Log.LogEntry> SeenAsync(string detail, long after = 0) =>
        Discord.Log.WaitForAsync(
            entry => entry.Detail?.StartsWith(detail, StringComparison.Ordinal) == true,
            Deadline,
            Cancellation,
            after
        );

    /// <summary>Waits until the bot has logged such a line.</summary>
    public Task LoggedAsync(string part) => UntilAsync(() => Log.Contains(part, StringComparison.Ordinal));

    /// <summary>Waits for something that has no signal to wait for.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(Deadline);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    public long Now => Discord.Log.All is [.., var last] ? last.Sequence : 0;

    Task<bool> IInbox.TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken) =>
        Task.FromResult(_inbox.TryAdd(request, 0));

    Task<string?> IPlatformState.ReadAsync(PlatformId platform, string key, CancellationToken cancellationToken) =>
        Task.FromResult(_state.GetValueOrDefault(key));

    Task IPlatformState.WriteAsync(PlatformId platform, string key, string? value, CancellationToken cancellationToken)
    {
        if (StateFails?.Invoke() == true)
        {
            throw new TimeoutException("database is locked");
        }

        _state[key] = value;
        return Task.CompletedTask;
    }

    ValueTask<Installation?> IInstallations.FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) =>
        new((Installation?)null);

    ValueTask<IReadOnlyList<Installation>> IInstallations.ListAsync(PlatformId platform, CancellationToken cancellationToken) =>
        new((IReadOnlyList<Installation>)[]);

    Task IInstallations.SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken)
    {
        Saved = installation.Token;
        return Task.CompletedTask;
    }

    Task IInstallations.RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) => Task.CompletedTask;

    Task IWorkspaceEvents.RemovedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        Events.Enqueue($"removed {workspace}");
        return Task.CompletedTask;
    }

    async Task IWorkspaceEvents.AddedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        await GuildGate.WaitAsync(cancellationToken);
        Events.Enqueue($"added {workspace}");
    }

    void IOperatorAlerts.Raise(OperatorAlert alert) => Alerts.Enqueue(alert);

    async Task<Reply> ICommandHandler.HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Handled.Enqueue(call);
        return Handler is { } handler ? await handler(call) : Says($"{call.Name} {call.Text}".Trim());
    }

    async ValueTask<IReadOnlyList<ArgumentSuggestion>> IArgumentSuggestions.SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    ) =>
        Suggest is { } suggest
            ? await suggest(typed, cancellationToken)
            : [new ArgumentSuggestion("xAI", "xAI"), new ArgumentSuggestion(typed, "")];

    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _app, null) is { } app)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
    }

    private async Task RunAsync(DiscordMode mode, int perMinute, TimeProvider time)
    {
        var options = new DiscordOptions
        {
            Mode = mode,
            Token = Token,
            ApplicationId = "1456000000000000001",
            PublicKey = Discord.Signer.PublicKey,
            ApiBaseUrl = Discord.ApiAddress,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddSingleton(time)
            .AddSingleton<IArchiveVersion>(this)
            .AddSingleton<IInbox>(this)
            .AddSingleton<IPlatformState>(this)
            .AddSingleton<IInstallations>(this)
            .AddSingleton<IWorkspaceEvents>(this)
            .AddSingleton<IOperatorAlerts>(this)
            .AddSingleton<ITokenConnections, SoleProcess>()
            .AddSingleton(Catalogue())
            .AddSingleton<CommandDispatcher>()
            .AddMetrics()
            .AddAnswering(new AskingOptions { PerUserPerMinute = perMinute })
            .AddDiscord(options)
            .AddDiscordChecks(options)
            .AddDiscordReceiving(options);
        _app = builder.Build();
        _app.MapDiscord();
        // Registered before anybody types, as for a bot that was already there yesterday.
        var registered = await _app.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(Cancellation);
        await _app.StartAsync(Cancellation);
        Address = new Uri(
            new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
            "/discord/interactions"
        );
        if (mode == DiscordMode.Http)
        {
            Assert.Equal(RegistrationStatus.Registered, registered.Status);
            Discord.World.Application.InteractionsEndpointUrl = Address.AbsoluteUri;
        }
    }

    private CommandCatalogue Catalogue() =>
        new([
            Named("funding").Taking(new CommandArgument("company", new LocalizedText("会社", "Company"), []) { Suggestions = this }),
            Named("watch").Changing(),
            Named("admin").Changing().ForAdmins(),
        ]);

    private Command Named(string name) => new(name, new LocalizedText(name, name), [], name, this);

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

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
        ) => Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }

    private sealed class QuickClock : TimeProvider
    {
        public override long GetTimestamp() => base.GetTimestamp() / 20;
    }
}

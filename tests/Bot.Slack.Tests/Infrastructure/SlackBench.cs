using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Emulators.Slack;
using Bot.Slack.Api;
using Bot.Slack.Sending;
using Bot.Slack.Setup;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Infrastructure;

/// <summary>The platform against the emulator, in one workspace with one channel.</summary>
internal sealed class SlackBench : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly SlackClient _client;

    private SlackBench(SlackServer server, SlackOptions options, TimeProvider time)
    {
        Time = time;
        Server = server;
        Options = options;
        _client = new SlackClient(options, time);
        Configured = new ConfiguredInstallation(
            options,
            _client,
            Installations,
            Workspaces,
            Alerts,
            time,
            NullLogger<ConfiguredInstallation>.Instance
        );
        TokenProbe = new SlackTokenProbe(_client, Installations, Configured, TimeProvider.System);
        var calls = new SlackCalls(_client, TimeProvider.System);
        ThreadProbe = new SlackThreadProbe(calls, Installations, TimeProvider.System);
        var workspaces = new SlackWorkspaces(Installations, Configured);
        Links = new ContentsLinks(
            calls,
            workspaces,
            Permalinks = new SlackPermalinks(calls, workspaces),
            TimeProvider.System,
            NullLogger<ContentsLinks>.Instance
        );
        Direct = new SlackDirectMessages(calls, workspaces);
        Platform = new SlackPlatform(calls, workspaces, new SlackLookup(calls), Links, Alerts);
    }

    /// <summary>The bot's clock.</summary>
    public TimeProvider Time { get; }

    public SlackServer Server { get; }

    public SlackOptions Options { get; }

    public InMemoryInstallations Installations { get; } = new();

    public HeardAlerts Alerts { get; } = new();

    public HeardWorkspaces Workspaces { get; } = new();

    public ConfiguredInstallation Configured { get; }

    public SlackTokenProbe TokenProbe { get; }

    public SlackThreadProbe ThreadProbe { get; }

    public ContentsLinks Links { get; }

    public SlackPermalinks Permalinks { get; }

    public SlackDirectMessages Direct { get; }

    public SlackPlatform Platform { get; }

    public static ChannelAddress Channel { get; } = new(PlatformId.Slack, SlackServer.FirstWorkspace, SlackServer.FirstChannel);

    /// <param name="isInstalled">The emulator's first token is already an installation.</param>
    /// <param name="time">The bot's clock; null: the system's, which is Slack's.</param>
    public static async Task<SlackBench> StartAsync(bool isInstalled = true, string botToken = "", TimeProvider? time = null)
    {
        var server = await SlackServer.StartAsync();
        var bench = new SlackBench(
            server,
            new SlackOptions { ApiBaseUrl = server.ApiAddress, BotToken = botToken },
            time ?? TimeProvider.System
        );
        if (isInstalled)
        {
            await bench.InstallAsync(SlackServer.FirstToken);
        }

        return bench;
    }

    public Task InstallAsync(string token) =>
        Installations.SaveAsync(
            new Installation(PlatformId.Slack, SlackServer.FirstWorkspace, new Secret(token))
            {
                Bot = Server.World.Workspaces[SlackServer.FirstWorkspace].BotId,
                BotUser = Server.World.Workspaces[SlackServer.FirstWorkspace].BotUser,
            },
            SlackTokens.NameOf(SlackServer.FirstWorkspace),
            CancellationToken.None
        );

    public static SendRequest Request(string section, string payload, string? thread = null, DateTimeOffset? first = null) =>
        new(
            Channel,
            thread,
            PostKey.Of(1, "us-ai", new DateOnly(2026, 1, 11), section, 1),
            payload,
            first ?? TimeProvider.System.GetUtcNow()
        );

    public Task<SendOutcome> SendAsync(SendRequest request) => WithinAsync(token => Platform.SendAsync(request, token));

    public Task<FindOutcome> FindAsync(SendRequest request) => WithinAsync(token => Platform.FindAsync(request, token));

    public static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan? limit = null)
    {
        using var deadline = new CancellationTokenSource(limit ?? Deadline);
        return await call(deadline.Token);
    }

    /// <summary>Waits for something that has no signal to wait for.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(Deadline);
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    /// <summary>Posts a root and returns its ts.</summary>
    public async Task<string> RootAsync()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await SendAsync(Request("root", Payload("根"))));
        return sent.MessageId;
    }

    public static string Payload(string words) =>
        Bot.Slack.Rendering.SlackRenderer.Render(Compose.Message(Compose.Paragraph(words))).Single();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Configured.Dispose();
        Links.Dispose();
        await Server.DisposeAsync();
    }
}

using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Sending;
using Bot.Discord.Setup;
using Bot.Discord.Setup.Permissions;
using Bot.Discord.Tests.Rendering;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Discord.Tests.Sending;

/// <summary>The platform against the emulator.</summary>
internal sealed class DiscordDesk : IAsyncDisposable
{
    public const string Token = "MTQ1NjAwMDAwMDAwMDAwMDAwMQ.emulated.token";

    private readonly DiscordClient _client;
    private int _keys;

    private DiscordDesk(DiscordServer server, TimeProvider time)
    {
        Server = server;
        Time = time;
        _client = new DiscordClient(
            new DiscordOptions
            {
                Token = Token,
                ApplicationId = $"{DefaultIds.Application}",
                ApiBaseUrl = server.ApiAddress,
            },
            time
        );
        Access = new ChannelAccess(_client, time);
        Platform = new DiscordPlatform(_client, Access, Alerts, time, NullLogger<DiscordPlatform>.Instance);
        Pacer = new DiscordPacer(_client);
        Direct = new DiscordDirectMessages(_client);
    }

    public DiscordServer Server { get; }

    /// <summary>The bot's clock.</summary>
    public TimeProvider Time { get; }

    public ChannelAccess Access { get; }

    public DiscordPlatform Platform { get; }

    public DiscordPacer Pacer { get; }

    public DiscordDirectMessages Direct { get; }

    public Task<TokenProbe> ProbeAsync() =>
        new DiscordTokenProbe(_client, TimeProvider.System).ProbeAsync(PlatformId.Discord.Value, Cancellation);

    public Task<ThreadProbe> ThreadAsync(string thread) =>
        new DiscordThreadProbe(_client, TimeProvider.System).ProbeAsync(Channel(), thread, Cancellation);

    public HeardAlerts Alerts { get; } = new();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="time">Clock of the bot and of Discord; null: the system's.</param>
    public static async Task<DiscordDesk> OpenAsync(TimeProvider? time = null) =>
        new(await DiscordServer.StartAsync(time: time), time ?? TimeProvider.System);

    /// <summary>A bot whose clock is not Discord's.</summary>
    public static async Task<DiscordDesk> OpenWithClockAsync(TimeProvider time) => new(await DiscordServer.StartAsync(), time);

    /// <summary>The bot after a restart, without what it had in memory.</summary>
    public DiscordPlatform Restarted() => new(_client, Access, Alerts, Time, NullLogger<DiscordPlatform>.Instance);

    public static ChannelAddress Channel(ulong channel = DefaultIds.TextChannel) =>
        new(PlatformId.Discord, $"{DefaultIds.Guild}", $"{channel}");

    public static ulong IdOf(string id) => ulong.Parse(id, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A request with its own key. For a root, what is posted now, whatever was posted before.</summary>
    /// <param name="ago">How long ago its first attempt was.</param>
    public SendRequest Request(
        string? thread = null,
        string text = "ひとこと",
        ulong channel = DefaultIds.TextChannel,
        SendOptions? options = null,
        TimeSpan ago = default
    )
    {
        var key = PostKey.Of(++_keys, "us-ai", new DateOnly(2026, 1, 6), thread is null ? "root" : "startups", 1);
        var message = Compose.Said(text);
        if (thread is null)
        {
            message = message with
            {
                ThreadName = "1/6(火) 物理AIの夜明け",
                Buttons = [new Button("出典", "sources", "", "us-ai", new DateOnly(2026, 1, 6))],
            };
        }

        return new SendRequest(Channel(channel), thread, key, DiscordRenderer.Render(message)[0].ToPayload(), Time.GetUtcNow() - ago)
        {
            Options = options ?? SendOptions.None,
        };
    }

    public Task<SendOutcome> SendAsync(SendRequest request) => Platform.SendAsync(request, Cancellation);

    public Task<FindOutcome> FindAsync(SendRequest request) => Platform.FindAsync(request, Cancellation);

    /// <summary>Posts a root; its id is the thread's.</summary>
    public async Task<string> RootAsync(ulong channel = DefaultIds.TextChannel) =>
        Assert.IsType<SendOutcome.Sent>(await SendAsync(Request(channel: channel))).MessageId;

    public void Fault(
        string operation,
        Answer? answer = null,
        Decision? decision = null,
        string? meanwhile = null,
        int? times = 1,
        bool? root = null
    ) =>
        Server.Script.Add(
            new Fault(decision, answer)
            {
                Operation = operation,
                Meanwhile = meanwhile,
                Times = times,
                Root = root,
            }
        );

    public IReadOnlyList<LogEntry> Logged(LogKind kind) => [.. Server.Log.All.Where(entry => entry.Kind == kind)];

    public async ValueTask DisposeAsync()
    {
        Pacer.Dispose();
        _client.Dispose();
        await Server.DisposeAsync();
    }
}

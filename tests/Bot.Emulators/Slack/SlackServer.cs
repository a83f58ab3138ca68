using System.Globalization;
using System.Net;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.Blocks;
using Bot.Emulators.Slack.Control;
using Bot.Emulators.Slack.Events;
using Bot.Emulators.Slack.Files;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Limits;
using Bot.Emulators.Slack.OAuth;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.Socket;
using Bot.Emulators.Slack.Views;
using Bot.Emulators.Slack.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Emulators.Slack;

/// <summary>
/// Slack on a real loopback socket: the Web API under <c>/api/</c>, response addresses under <c>/response/</c>, Socket
/// Mode under <c>/link/</c>. Its listener can be closed and reopened on the same port (connections are refused
/// meanwhile); posted messages stay. It starts with one workspace, <see cref="FirstWorkspace"/>, in which the app is
/// installed with <see cref="FirstToken"/>.
/// </summary>
public sealed class SlackServer : IAsyncDisposable
{
    public const string FirstWorkspace = "T0000000001";
    public const string FirstChannel = "C0000000001";
    public const string FirstToken = "xoxb-T0000000001";

    /// <summary>People of the first workspace: an owner, a member, a guest, and someone from another organisation.</summary>
    public const string Owner = "U0000000001";
    public const string Member = "U0000000002";
    public const string Guest = "U0000000003";
    public const string Outsider = "U0000000004";

    private readonly CancellationTokenSource _stopping = new();
    private readonly SlackApi _api;
    private WebApplication? _listener;
    private HeldPort? _held;

    private SlackServer(string? logPath, int seed, TimeProvider time)
    {
        Log = new ServerLog(logPath);
        Script = new FaultScript(seed);
        World = new SlackWorld(time);
        Limits = new RateLimits(time);
        Pace = new SlackPace(Limits, time);
        Shown = new ShownReplyList(World);
        Replies = new ReplyDesk(this);
        ResponseUrls = new ResponseUrls(this);
        Triggers = new Triggers(World);
        Bot = new BotCaller(World);
        People = new People(this);
        Forms = new Forms(this);
        Views = new ViewStore(World);
        Files = new FileStore(this);
        OAuth = new OAuthDesk(World);
        Events = new EventSender(this);
        Sockets = new SocketHub(this, seed);
        _api = new SlackApi(this);
        World.AddWorkspace(FirstWorkspace, FirstToken);
        World.AddChannel(FirstWorkspace, "general", FirstChannel);
        World.AddUser(new SlackUser(Owner, "owner", FirstWorkspace) { IsOwner = true });
        World.AddUser(new SlackUser(Member, "member", FirstWorkspace));
        World.AddUser(new SlackUser(Guest, "guest", FirstWorkspace) { IsRestricted = true });
        World.AddUser(new SlackUser(Outsider, "outsider", FirstWorkspace) { HomeWorkspace = "T0000000099" });
    }

    /// <summary>Base address, without <c>/api</c> and without a trailing slash.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The bot's replacement for <c>https://slack.com/api/</c>.</summary>
    public Uri ApiAddress => new(Address, "/api/");

    public ServerLog Log { get; }

    public FaultScript Script { get; }

    /// <summary>
    /// Simple limits for the scopes <c>channel</c> and <c>token</c>, like the test chat's; <see cref="Pace"/> has Slack's
    /// own.
    /// </summary>
    public RateLimits Limits { get; }

    public SlackPace Pace { get; }

    public BlockRules Blocks { get; } = new();

    public SlackWorld World { get; }

    /// <summary>What was shown to individual people.</summary>
    public ShownReplyList Shown { get; }

    public ReplyDesk Replies { get; }

    public ResponseUrls ResponseUrls { get; }

    public Triggers Triggers { get; }

    /// <summary>Sends requests to the bot, with the three-second deadline.</summary>
    public BotCaller Bot { get; }

    /// <summary>The app's request URLs; none for Socket Mode.</summary>
    public RequestUrls Urls { get; set; } = RequestUrls.None;

    public People People { get; }

    public Forms Forms { get; }

    public ViewStore Views { get; }

    public FileStore Files { get; }

    public OAuthDesk OAuth { get; }

    public EventSender Events { get; }

    public SocketHub Sockets { get; }

    /// <param name="port">0 for any free port.</param>
    /// <param name="logPath">File to which the log is also written.</param>
    /// <param name="seed">Random seed for scripted faults.</param>
    public static async Task<SlackServer> StartAsync(int port = 0, string? logPath = null, int seed = 1, TimeProvider? time = null)
    {
        var server = new SlackServer(logPath, seed, time ?? TimeProvider.System);
        await server.ListenAsync(port);
        return server;
    }

    /// <summary>The messages in a channel, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Messages(string channel)
    {
        lock (World.Gate)
        {
            return [.. World.Channel(channel).Messages];
        }
    }

    /// <summary>Posts as a person or as another bot.</summary>
    public SlackMessage PostAsPerson(
        string channel,
        string text,
        string? thread = null,
        string user = "U0000000099",
        SlackMessage? like = null
    )
    {
        lock (World.Gate)
        {
            var place = World.Channel(channel);
            var message = (like ?? new SlackMessage("", channel, null, user, text)) with
            {
                Ts = World.Timestamps.Next(),
                Channel = channel,
                ThreadTs = thread,
                Text = text,
                PostedAt = World.Time.GetUtcNow(),
            };
            place.Messages.Add(message);
            Note(LogKind.Said, place, message);
            return message;
        }
    }

    /// <summary>Deletes a message as a person; a root with replies leaves a tombstone.</summary>
    /// <returns>False if there was nothing to delete.</returns>
    public bool DeleteMessage(string channel, string ts)
    {
        lock (World.Gate)
        {
            var place = World.Channel(channel);
            if (place.Find(ts) is not { } message)
            {
                return false;
            }

            World.Remove(place, message);
            Note(LogKind.Deleted, place, message);
            return true;
        }
    }

    /// <summary>Refuses new connections and drops existing ones.</summary>
    public async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is { } closing)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await closing.StopAsync(now.Token);
            await closing.DisposeAsync();
            _held = new HeldPort(Address.Port);
        }
    }

    public async Task OpenAsync()
    {
        await ListenAsync(Address.Port);
        _held?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await CloseAsync();
        _held?.Dispose();
        Bot.Dispose();
        Log.Dispose();
        _stopping.Dispose();
    }

    private void Note(LogKind kind, SlackChannel channel, SlackMessage message) =>
        Log.Append(sequence => new LogEntry(sequence, World.Time.GetUtcNow(), kind, "person", $"{channel.Workspace}/{channel.Id}")
        {
            Thread = message.IsRoot ? null : message.ThreadTs,
            Key = message.Key,
            MessageId = message.Ts,
        });

    private async Task ListenAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        var application = builder.Build();
        application.Use(
            (context, next) =>
            {
                // By the server's own clock, which may differ from the machine's.
                context.Response.Headers.Date = World.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
                return next(context);
            }
        );
        application.UseWebSockets();
        _api.Map(application, _stopping.Token);
        ResponseUrls.Map(application, _stopping.Token);
        Sockets.Map(application, _stopping.Token);
        Files.Map(application);
        SlackControl.Map(application, this);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        _listener = application;
    }
}

using System.Globalization;
using System.Net;
using Bot.Emulators.Discord.Commands;
using Bot.Emulators.Discord.Control;
using Bot.Emulators.Discord.Gateway;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.Limits;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Emulators.Discord;

/// <summary>
/// Discord on a real loopback socket: one application with its bot, an initial guild (<see cref="DefaultIds"/>), and any
/// more that a test adds. Its listener can be closed and reopened on the same port; posted messages stay.
/// </summary>
public sealed class DiscordServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly DiscordApi _api;
    private readonly List<ApiRoute> _routes;
    private readonly EndpointPoster _poster;
    private WebApplication? _listener;
    private HeldPort? _held;

    private DiscordServer(string? logPath, int seed, TimeProvider time)
    {
        Log = new ServerLog(logPath);
        Script = new FaultScript(seed);
        World = new DiscordWorld(time);
        Messages = new MessageStore(World, Log);
        Buckets = new Buckets(time);
        InvalidRequests = new InvalidRequests(time);
        Gateway = new GatewayServer(World, Tokens, Log, time);
        World.Application.VerifyKey = Signer.PublicKey;
        Commands = new CommandStore(World);
        var form = new MessageForm(Rules);
        var access = new Access(World);
        var posting = new MessageRoutes(World, Messages, form, new Nonces(Rules), access, Log);
        Interactions = new InteractionStore(World, Messages, form, Rules, Log);
        _poster = new EndpointPoster(Signer, Rules, time);
        People = new People(World, Interactions, Commands, _poster, Log, Rules, time, () => OpenApi);
        _routes =
        [
            .. posting.Routes,
            .. new ThreadRoutes(World, Messages, posting, form, access, Log).Routes,
            .. new ChannelRoutes(World, access, Log).Routes,
            .. new GuildRoutes(World, access).Routes,
            .. new CommandRoutes(World, Commands, access).Routes,
            .. new InteractionRoutes(World, Messages, Interactions, Rules).Routes,
            .. new GatewayRoutes(this).Routes,
        ];
        _api = new DiscordApi(this, time);
    }

    /// <summary>Base address of the server, without a trailing slash.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Base address of the API: <c>http://127.0.0.1:PORT/api/v10</c>.</summary>
    public Uri ApiAddress => new(Address, "/api/v10");

    /// <summary>Address of the gateway, without a query: <c>ws://127.0.0.1:PORT/gateway</c>.</summary>
    public string GatewayUrl => $"ws://{Address.Authority}{GatewayRoutes.Path}";

    public ServerLog Log { get; }

    public FaultScript Script { get; }

    public DiscordWorld World { get; }

    public MessageStore Messages { get; }

    public GatewayServer Gateway { get; }

    public CommandStore Commands { get; }

    public InteractionStore Interactions { get; }

    /// <summary>People's actions: commands, buttons, forms.</summary>
    public People People { get; }

    /// <summary>Signs requests to the interactions endpoint.</summary>
    public InteractionSigner Signer { get; } = new();

    public DiscordRules Rules { get; } = new();

    public Buckets Buckets { get; }

    public InvalidRequests InvalidRequests { get; }

    public TokenList Tokens { get; } = new();

    /// <summary>
    /// Also validates bodies against the official description; null if it is not available, or if a test measures time.
    /// </summary>
    public OpenApiBodies? OpenApi { get; set; } = OpenApiBodies.Find();

    /// <param name="port">0 for any free port.</param>
    /// <param name="logPath">File to which the log is also written.</param>
    /// <param name="seed">Random seed for scripted faults.</param>
    public static async Task<DiscordServer> StartAsync(int port = 0, string? logPath = null, int seed = 1, TimeProvider? time = null)
    {
        var server = new DiscordServer(logPath, seed, time ?? TimeProvider.System);
        await server.ListenAsync(port);
        return server;
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
        _poster.Dispose();
        Signer.Dispose();
        Log.Dispose();
        _stopping.Dispose();
    }

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
                context.Response.Headers.Date = World.Now.ToString("R", CultureInfo.InvariantCulture);
                return next(context);
            }
        );
        application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        foreach (var path in new[] { GatewayRoutes.Path, GatewayRoutes.ResumePath })
        {
            application.MapGet(path, (HttpContext context) => Gateway.ServeAsync(context, _stopping.Token));
        }

        DiscordControl.Map(application, this);
        _api.Map(application, _routes, _stopping.Token);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        Gateway.ResumeUrl = $"ws://{Address.Authority}{GatewayRoutes.ResumePath}";
        _listener = application;
    }
}

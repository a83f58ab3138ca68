using System.Net;
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
/// Discord on a real socket of the loopback interface: one application with its bot, a guild to begin with
/// (<see cref="DefaultIds"/>), as many more as a test adds. Its listener can be closed and opened again on the same port;
/// what was posted stays.
/// </summary>
public sealed class DiscordServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly DiscordApi api;
    private readonly List<ApiRoute> routes;
    private WebApplication? listener;

    private DiscordServer(string? logPath, int seed, TimeProvider time)
    {
        Log = new ServerLog(logPath);
        Script = new FaultScript(seed);
        World = new DiscordWorld(time);
        Messages = new MessageStore(World, Log);
        Buckets = new Buckets(time);
        InvalidRequests = new InvalidRequests(time);
        var form = new MessageForm(Rules);
        var access = new Access(World);
        var posting = new MessageRoutes(World, Messages, form, new Nonces(Rules), access, Log);
        routes =
        [
            .. posting.Routes,
            .. new ThreadRoutes(World, Messages, posting, form, access, Log).Routes,
            .. new ChannelRoutes(World, access, Log).Routes,
            .. new GuildRoutes(World, access).Routes,
        ];
        api = new DiscordApi(this, time);
    }

    /// <summary>Base address of the server, without a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Base address of the API: <c>http://127.0.0.1:PORT/api/v10</c>.</summary>
    public Uri ApiAddress => new(Address, "/api/v10");

    public ServerLog Log { get; }

    public FaultScript Script { get; }

    public DiscordWorld World { get; }

    public MessageStore Messages { get; }

    public DiscordRules Rules { get; } = new();

    public Buckets Buckets { get; }

    public InvalidRequests InvalidRequests { get; }

    public TokenList Tokens { get; } = new();

    /// <summary>Judges bodies by the official description too; null where it is not at hand.</summary>
    public OpenApiBodies? OpenApi { get; } = OpenApiBodies.Find();

    /// <param name="port">0: any free one.</param>
    /// <param name="logPath">File that the log is also written to.</param>
    /// <param name="seed">Of the chance of scripted faults.</param>
    public static async Task<DiscordServer> StartAsync(int port = 0, string? logPath = null, int seed = 1, TimeProvider? time = null)
    {
        var server = new DiscordServer(logPath, seed, time ?? TimeProvider.System);
        await server.ListenAsync(port);
        return server;
    }

    /// <summary>Refuses connections from now on and drops those that stand.</summary>
    public async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is { } closing)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await closing.StopAsync(now.Token);
            await closing.DisposeAsync();
        }
    }

    public Task OpenAsync() => ListenAsync(Address.Port);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await CloseAsync();
        Log.Dispose();
        stopping.Dispose();
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
        api.Map(application, routes, stopping.Token);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        listener = application;
    }
}

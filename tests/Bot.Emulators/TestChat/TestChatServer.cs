using System.Net;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Emulators.TestChat;

/// <summary>
/// The test chat on a real loopback socket. Its listener can be closed and reopened on the same port (connections are
/// refused meanwhile); posted messages stay.
/// </summary>
public sealed class TestChatServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TestChatApi _api;
    private WebApplication? _listener;
    private HeldPort? _held;

    private TestChatServer(string? logPath, int seed, TimeProvider time)
    {
        Log = new ServerLog(logPath);
        Script = new FaultScript(seed);
        Limits = new RateLimits(time);
        Rooms = new ChatRooms(Log, time);
        _api = new TestChatApi(Log, Script, Limits, Rooms, Tokens, time);
    }

    /// <summary>Base address of the API, without a trailing slash.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public ServerLog Log { get; }

    public FaultScript Script { get; }

    public RateLimits Limits { get; }

    public ChatRooms Rooms { get; }

    public TokenList Tokens { get; } = new();

    /// <param name="port">0 for any free port.</param>
    /// <param name="logPath">File to which the log is also written.</param>
    /// <param name="seed">Random seed for scripted faults.</param>
    public static async Task<TestChatServer> StartAsync(int port = 0, string? logPath = null, int seed = 1, TimeProvider? time = null)
    {
        var server = new TestChatServer(logPath, seed, time ?? TimeProvider.System);
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
        _api.Map(application, _stopping.Token);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        _listener = application;
    }
}

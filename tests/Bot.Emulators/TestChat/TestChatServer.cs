using System.Net;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Emulators.TestChat;

/// <summary>
/// The test chat on a real socket of the loopback interface. Its listener can be closed and opened again on the same
/// port (connections are refused meanwhile); what was posted stays.
/// </summary>
public sealed class TestChatServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TestChatApi api;
    private WebApplication? listener;

    private TestChatServer(string? logPath, int seed, TimeProvider time)
    {
        Log = new ServerLog(logPath);
        Script = new FaultScript(seed);
        Limits = new RateLimits(time);
        Rooms = new ChatRooms(Log, time);
        api = new TestChatApi(Log, Script, Limits, Rooms, Tokens, time);
    }

    /// <summary>Base address of the API, without a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public ServerLog Log { get; }

    public FaultScript Script { get; }

    public RateLimits Limits { get; }

    public ChatRooms Rooms { get; }

    public TokenList Tokens { get; } = new();

    /// <param name="port">0: any free one.</param>
    /// <param name="logPath">File that the log is also written to.</param>
    /// <param name="seed">Of the chance of scripted faults.</param>
    public static async Task<TestChatServer> StartAsync(int port = 0, string? logPath = null, int seed = 1, TimeProvider? time = null)
    {
        var server = new TestChatServer(logPath, seed, time ?? TimeProvider.System);
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
        api.Map(application, stopping.Token);
        await application.StartAsync();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        listener = application;
    }
}

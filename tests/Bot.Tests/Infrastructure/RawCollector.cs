using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Bot.Testing;

namespace Bot.Tests.Infrastructure;

/// <summary>
/// A collector that takes whatever it is sent over HTTP. No ASP.NET Core: in the bot's own process its requests would be traced as well.
/// </summary>
internal sealed class RawCollector : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<(string Path, string Team, string Body)> _taken = new();
    private readonly Task _running;

    public RawCollector()
    {
        (_listener, Address) = LoopbackListener.Start();
        _running = RunAsync();
    }

    public string Address { get; }

    /// <summary>Each request's path, its header <c>x-team</c>, and its body byte by byte.</summary>
    public IReadOnlyCollection<(string Path, string Team, string Body)> Taken => _taken;

    public void Dispose()
    {
        _listener.Close();
        _running.GetAwaiter().GetResult();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                var body = await reader.ReadToEndAsync();
                _taken.Enqueue((context.Request.Url!.AbsolutePath, context.Request.Headers["x-team"] ?? "", body));
                context.Response.Close();
            }
        }
        catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }
}

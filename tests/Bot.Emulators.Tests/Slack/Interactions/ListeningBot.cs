using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Emulators.Tests.Slack.Interactions;

/// <summary>An address that notes what arrives and answers as told.</summary>
public sealed class ListeningBot : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ListeningBot(WebApplication application)
    {
        _application = application;
    }

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers, string Body)> Requests { get; } = [];

    /// <summary>The answer to each request, by its number from 0.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<ListeningBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bot = new ListeningBot(builder.Build());
        bot._application.Run(bot.HandleAsync);
        await bot._application.StartAsync();
        bot.Address = new Uri(bot._application.Urls.Single());
        return bot;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var number = Requests.Count;
        Requests.Enqueue(
            (
                context.Request.Path,
                context.Request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body
            )
        );
        await Answer(number, context);
    }
}

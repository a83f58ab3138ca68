using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Serving;

/// <summary>
/// Answers at the service's address while its start waits, so that whoever looks after the process neither takes it for dead nor sends
/// anybody there.
/// </summary>
internal sealed class StartingPage : IAsyncDisposable
{
    private const int RetryAfter = 5;

    private readonly WebApplication _app;

    private StartingPage(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="url">As the service's own.</param>
    /// <param name="reason">What it waits for; told to whoever asks for readiness.</param>
    /// <returns>Null where the address is in use: the service itself will say so.</returns>
    public static async Task<StartingPage?> StartAsync(string url, string reason, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (url.Contains("https:", StringComparison.OrdinalIgnoreCase))
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, reason));
        try
        {
            await app.StartAsync(cancellationToken);
            return new StartingPage(app);
        }
        catch (IOException inUse) when (inUse.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await app.DisposeAsync();
            return null;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, string reason)
    {
        var isLive = context.Request.Path == "/health/live";
        context.Response.StatusCode = isLive ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        if (!isLive)
        {
            context.Response.Headers.RetryAfter = $"{RetryAfter}";
        }

        // Names of processes are for whoever may see readiness.
        var text =
            isLive ? "Healthy\n"
            : context.Request.Path == "/health/ready" ? $"Starting\n{reason}\n"
            : "Starting\n";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}

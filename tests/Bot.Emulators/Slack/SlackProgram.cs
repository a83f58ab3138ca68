using System.Globalization;
using Bot.Emulators.Slack.Control;

namespace Bot.Emulators.Slack;

/// <summary>
/// The server as a separate process: <c>slack [--port N] [--control N] [--log FILE] [--seed N] [--bot URL]</c>. The
/// control routes are on both ports; the control port stays open when the listener is closed.
/// </summary>
internal static class SlackProgram
{
    public static async Task RunAsync(IConfiguration settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings["control"] ?? "5093"}");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var slack = await SlackServer.StartAsync(Number(settings["port"], 5092), settings["log"], Number(settings["seed"], 1));
        if (settings["bot"] is { } bot)
        {
            slack.Urls = Outbound.RequestUrls.Under(new Uri(bot));
        }

        await using var control = builder.Build();
        SlackControl.Map(control, slack);
        await control.StartAsync();
        Console.WriteLine($"slack {slack.Address} control {control.Urls.Single()}");
        await control.WaitForShutdownAsync();
    }

    private static int Number(string? text, int usual) => text is null ? usual : int.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Bot.Emulators.Discord.Control;

namespace Bot.Emulators.Discord;

/// <summary>
/// The server as a separate process: <c>discord [--port N] [--control N] [--log FILE] [--seed N] [--endpoint URL]</c>;
/// port 0 picks a free one. The control routes are on both ports; the control port stays open when the listener is
/// closed.
/// </summary>
internal static class DiscordProgram
{
    public static async Task RunAsync(IConfiguration settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings["control"] ?? "5095"}");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var discord = await DiscordServer.StartAsync(
            Number(settings["port"], 5094),
            settings["log"],
            Number(settings["seed"], 1)
        );
        discord.World.Application.InteractionsEndpointUrl = settings["endpoint"];
        await using var control = builder.Build();
        DiscordControl.Map(control, discord);
        await control.StartAsync();
        Console.WriteLine($"discord {discord.Address} control {control.Urls.Single()}");
        await control.WaitForShutdownAsync();
    }

    private static int Number(string? text, int usual) => text is null ? usual : int.Parse(text, CultureInfo.InvariantCulture);
}

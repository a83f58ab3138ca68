using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Emulators.TestChat;

/// <summary>The test chat as a separate process: <c>[--port N] [--control N] [--log FILE] [--seed N]</c>.</summary>
internal static class TestChatProgram
{
    public static async Task RunAsync(IConfiguration settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings["control"] ?? "5091"}");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower))
        );
        await using var chat = await TestChatServer.StartAsync(
            int.Parse(settings["port"] ?? "5090", CultureInfo.InvariantCulture),
            settings["log"],
            int.Parse(settings["seed"] ?? "1", CultureInfo.InvariantCulture)
        );
        await using var control = builder.Build();
        TestChatControl.Map(control, chat);
        await control.StartAsync();
        Console.WriteLine($"test chat {chat.Address} control {control.Urls.Single()}");
        await control.WaitForShutdownAsync();
    }
}

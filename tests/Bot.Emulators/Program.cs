using Bot.Emulators.Discord;
using Bot.Emulators.Slack;
using Bot.Emulators.TestChat;

// dotnet run --project tests/Bot.Emulators -- [slack|discord] [--port N] [--control N] [--log FILE] [--seed N]
var (server, rest) = args is [var first, ..] && !first.StartsWith('-') ? (first, args[1..]) : ("chat", args);
var settings = new ConfigurationBuilder().AddCommandLine(rest).Build();
switch (server)
{
    case "chat":
        await TestChatProgram.RunAsync(settings);
        return 0;
    case "slack":
        await SlackProgram.RunAsync(settings);
        return 0;
    case "discord":
        await DiscordProgram.RunAsync(settings);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"No such server: {server}. There are chat, slack and discord.");
        return 2;
}

using System.Text.Json.Nodes;

namespace Bot.Slack.Setup;

/// <summary>What Slack accepts in a manifest: https://docs.slack.dev/reference/app-manifest</summary>
internal static class ManifestLimits
{
    private const int AppName = 35;
    private const int AppDescription = 140;
    private const int BotName = 80;
    private const int Commands = 50;
    private const int CommandName = 32;
    private const int CommandDescription = 2000;
    private const int UsageHint = 1000;
    private const int Scopes = 255;
    private const int Events = 100;

    /// <exception cref="ArgumentException">A limit is exceeded; the message names it.</exception>
    public static void Check(JsonObject manifest)
    {
        Text(manifest["display_information"]!["name"], "display_information.name", AppName);
        Text(manifest["display_information"]!["description"], "display_information.description", AppDescription);
        Text(manifest["features"]!["bot_user"]!["display_name"], "features.bot_user.display_name", BotName);
        var commands = manifest["features"]!["slash_commands"]!.AsArray();
        Count(commands, "features.slash_commands", Commands);
        foreach (var command in commands)
        {
            var name = (string)command!["command"]!;
            Text(command["command"], name, CommandName);
            Text(command["description"], name + ": description", CommandDescription);
            Text(command["usage_hint"], name + ": usage_hint", UsageHint);
        }

        Count(manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray(), "oauth_config.scopes.bot", Scopes);
        Count(manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray(), "settings.event_subscriptions.bot_events", Events);
    }

    private static void Text(JsonNode? text, string where, int most)
    {
        if (text is not null && (string)text! is { } value && (value.Length == 0 || value.Length > most))
        {
            throw new ArgumentException($"Slack takes from 1 to {most} characters for {where}; there are {value.Length}.");
        }
    }

    private static void Count(JsonArray list, string where, int most)
    {
        if (list.Count > most)
        {
            throw new ArgumentException($"Slack takes at most {most} entries for {where}; there are {list.Count}.");
        }
    }
}

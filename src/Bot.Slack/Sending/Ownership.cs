using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Installations;

namespace Bot.Slack.Sending;

/// <summary>Whose a message is.</summary>
internal enum Owner
{
    Unknown,
    Bot,
    Other,
}

/// <summary>
/// Tells the bot's own messages from others by <c>bot_id</c> or <c>user</c>: Slack does not give both on every message, and a reinstalled
/// bot may get another <c>bot_id</c>.
/// </summary>
internal static class Ownership
{
    public static Owner Of(JsonElement message, Installation installation)
    {
        var (bot, user) = (message.StringAt("bot_id"), message.StringAt("user"));
        return (bot is not null && bot == installation.Bot) || (user is not null && user == installation.BotUser) ? Owner.Bot
            : user is not null && installation.BotUser is not null ? Owner.Other
            : Owner.Unknown;
    }
}

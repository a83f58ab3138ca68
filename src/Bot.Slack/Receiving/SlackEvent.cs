using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Slack.Receiving;

/// <summary>
/// The parts of an event and its envelope that the bot reads (https://docs.slack.dev/apis/events-api). Missing fields are empty.
/// </summary>
public sealed record SlackEvent
{
    // The end of the year 9999, the last that a time can hold.
    private const long MostSeconds = 253_402_300_800;

    /// <summary>The envelope's type: <c>event_callback</c>, <c>url_verification</c>, <c>app_rate_limited</c>.</summary>
    public required string Envelope { get; init; }

    /// <summary>Globally unique.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace in which the bot receives it: in a channel shared by organisations, not the one where it was said.</summary>
    public required string TeamId { get; init; }

    /// <summary>When it happened, by Slack's clock; null if not given.</summary>
    public required DateTimeOffset? HappenedAt { get; init; }

    /// <summary>User id of the bot that the event is for.</summary>
    public required string BotUser { get; init; }

    /// <summary>To send back, for <c>url_verification</c>.</summary>
    public required string Challenge { get; init; }

    /// <summary>The event's own type: <c>app_mention</c>, <c>message</c>.</summary>
    public required string Type { get; init; }

    public required string Channel { get; init; }

    /// <summary>Of a message: <c>im</c> in a direct one.</summary>
    public required string ChannelType { get; init; }

    public required string User { get; init; }

    public required string Text { get; init; }

    public required string Ts { get; init; }

    public required string ThreadTs { get; init; }

    /// <summary>It was sent by an app, or is about a changed message.</summary>
    public required bool IsNoPersons { get; init; }

    /// <summary>Bot users whose tokens are no longer valid.</summary>
    public required IReadOnlyList<string> RevokedBots { get; init; }

    public static SlackEvent FromJson(JsonElement payload) =>
        new()
        {
            Envelope = payload.TextAt("type"),
            Id = payload.TextAt("event_id"),
            TeamId = OursOf(payload),
            HappenedAt = payload.LongAt("event_time") is > 0 and < MostSeconds and var seconds
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null,
            BotUser = payload.ListAt("authorizations").FirstOrDefault().TextAt("user_id"),
            Challenge = payload.TextAt("challenge"),
            Type = payload.TextAt("event", "type"),
            Channel = payload.TextAt("event", "channel"),
            ChannelType = payload.TextAt("event", "channel_type"),
            User = payload.TextAt("event", "user"),
            Text = payload.TextAt("event", "text"),
            Ts = payload.TextAt("event", "ts"),
            ThreadTs = payload.TextAt("event", "thread_ts"),
            IsNoPersons = payload.TextAt("event", "bot_id").Length > 0 || payload.TextAt("event", "subtype").Length > 0,
            RevokedBots = [.. payload.ListAt("event", "tokens", "bot").Select(bot => bot.TextAt()).Where(bot => bot.Length > 0)],
        };

    /// <summary>Somebody wrote to the bot alone.</summary>
    public bool IsDirect => Type == "message" && ChannelType == "im";

    /// <summary>
    /// Whose it is. Outside the authorization, <c>team_id</c> may name the other organisation (https://docs.slack.dev/apis/slack-connect);
    /// the authorization names the installation that the event was sent for.
    /// </summary>
    private static string OursOf(JsonElement payload)
    {
        var ours = payload.ListAt("authorizations").FirstOrDefault().TextAt("team_id");
        return ours.Length > 0 ? ours
            : payload.TextAt("context_team_id") is { Length: > 0 } context ? context
            : payload.TextAt("team_id");
    }
}

using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Slack.Receiving;

/// <summary>
/// What the bot looks at of an event and its envelope (https://docs.slack.dev/apis/events-api). A field that is missing is empty.
/// </summary>
public sealed record SlackEvent
{
    // Of the year 9999, the last that a time can hold.
    private const long MostSeconds = 253_402_300_800;

    /// <summary>Of the envelope: <c>event_callback</c>, <c>url_verification</c>, <c>app_rate_limited</c>.</summary>
    public required string Envelope { get; init; }

    /// <summary>Globally unique.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace in which the bot hears of it: in a channel that organisations share, not the one where it was said.</summary>
    public required string TeamId { get; init; }

    /// <summary>When it happened, by Slack's clock; null: not said.</summary>
    public required DateTimeOffset? HappenedAt { get; init; }

    /// <summary>User id of the bot that the event is for.</summary>
    public required string BotUser { get; init; }

    /// <summary>To be sent back, for <c>url_verification</c>.</summary>
    public required string Challenge { get; init; }

    /// <summary>Of the event itself: <c>app_mention</c>.</summary>
    public required string Type { get; init; }

    public required string Channel { get; init; }

    public required string User { get; init; }

    public required string Text { get; init; }

    public required string Ts { get; init; }

    public required string ThreadTs { get; init; }

    /// <summary>It is said by an application, or is about a message that changed.</summary>
    public required bool IsNoPersons { get; init; }

    /// <summary>Bot users whose tokens hold no longer.</summary>
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
            User = payload.TextAt("event", "user"),
            Text = payload.TextAt("event", "text"),
            Ts = payload.TextAt("event", "ts"),
            ThreadTs = payload.TextAt("event", "thread_ts"),
            IsNoPersons = payload.TextAt("event", "bot_id").Length > 0 || payload.TextAt("event", "subtype").Length > 0,
            RevokedBots = [.. payload.ListAt("event", "tokens", "bot").Select(bot => bot.TextAt()).Where(bot => bot.Length > 0)],
        };

    /// <summary>
    /// Whose it is: outside, <c>team_id</c> may name the other organisation (https://docs.slack.dev/apis/slack-connect); the
    /// authorization names the installation that the event was sent for.
    /// </summary>
    private static string OursOf(JsonElement payload)
    {
        var ours = payload.ListAt("authorizations").FirstOrDefault().TextAt("team_id");
        return ours.Length > 0 ? ours
            : payload.TextAt("context_team_id") is { Length: > 0 } context ? context
            : payload.TextAt("team_id");
    }
}

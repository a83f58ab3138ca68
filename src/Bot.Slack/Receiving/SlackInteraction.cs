using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Slack.Receiving;

/// <summary>
/// The parts of an interaction's payload that the bot reads (https://docs.slack.dev/reference/interaction-payloads). Missing fields are
/// empty.
/// </summary>
public sealed record SlackInteraction
{
    /// <summary><c>block_actions</c>, <c>block_suggestion</c>, <c>view_submission</c>…</summary>
    public required string Type { get; init; }

    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The handle, not the display name.</summary>
    public required string UserName { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The message that contains the pressed element.</summary>
    public required string MessageTs { get; init; }

    /// <summary>Root of the message's thread; empty if it is in the channel itself.</summary>
    public required string ThreadTs { get; init; }

    /// <summary>Secret: anyone who has it can post.</summary>
    public required string ResponseUrl { get; init; }

    public required string TriggerId { get; init; }

    /// <summary>Value of the pressed button or of the chosen option; empty if there is none.</summary>
    public required string Code { get; init; }

    public static SlackInteraction FromJson(JsonElement payload)
    {
        var action = payload.ListAt("actions").FirstOrDefault();
        var message = payload.TextAt("container", "message_ts");
        var thread = payload.TextAt("container", "thread_ts") is { Length: > 0 } inside ? inside : payload.TextAt("message", "thread_ts");
        return new()
        {
            Type = payload.TextAt("type"),
            // An installation for a whole organisation has no team: use the person's.
            TeamId = payload.TextAt("team", "id") is { Length: > 0 } team ? team : payload.TextAt("user", "team_id"),
            UserId = payload.TextAt("user", "id"),
            UserName = payload.TextAt("user", "name") is { Length: > 0 } name ? name : payload.TextAt("user", "username"),
            ChannelId = payload.TextAt("channel", "id") is { Length: > 0 } channel ? channel : payload.TextAt("container", "channel_id"),
            MessageTs = message,
            // A root with replies names itself as its thread.
            ThreadTs = thread == message ? "" : thread,
            ResponseUrl = payload.TextAt("response_url"),
            TriggerId = payload.TextAt("trigger_id"),
            Code = action.TextAt("value") is { Length: > 0 } value ? value : action.TextAt("selected_option", "value"),
        };
    }
}

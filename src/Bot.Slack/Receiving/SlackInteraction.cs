using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Slack.Receiving;

/// <summary>
/// What the bot looks at of an interaction's payload (https://docs.slack.dev/reference/interaction-payloads). A field that is
/// missing is empty.
/// </summary>
public sealed record SlackInteraction
{
    /// <summary><c>block_actions</c>, <c>block_suggestion</c>, <c>view_submission</c>…</summary>
    public required string Type { get; init; }

    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The handle, not what people see.</summary>
    public required string UserName { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>Message that the pressed element stands on.</summary>
    public required string MessageTs { get; init; }

    /// <summary>Root of the thread that it stands in; empty when it stands in the channel itself.</summary>
    public required string ThreadTs { get; init; }

    /// <summary>Secret: whoever has it can post.</summary>
    public required string ResponseUrl { get; init; }

    public required string TriggerId { get; init; }

    /// <summary>Value of the button that was pressed, or of the option that was chosen; empty for what carries none.</summary>
    public required string Code { get; init; }

    public static SlackInteraction FromJson(JsonElement payload)
    {
        var action = payload.ListAt("actions").FirstOrDefault();
        var message = payload.TextAt("container", "message_ts");
        var thread = payload.TextAt("container", "thread_ts") is { Length: > 0 } inside ? inside : payload.TextAt("message", "thread_ts");
        return new()
        {
            Type = payload.TextAt("type"),
            // An installation for a whole organisation has no team of its own: then it is the person's.
            TeamId = payload.TextAt("team", "id") is { Length: > 0 } team ? team : payload.TextAt("user", "team_id"),
            UserId = payload.TextAt("user", "id"),
            UserName = payload.TextAt("user", "name") is { Length: > 0 } name ? name : payload.TextAt("user", "username"),
            ChannelId = payload.TextAt("channel", "id") is { Length: > 0 } channel ? channel : payload.TextAt("container", "channel_id"),
            MessageTs = message,
            // A root with replies names itself.
            ThreadTs = thread == message ? "" : thread,
            ResponseUrl = payload.TextAt("response_url"),
            TriggerId = payload.TextAt("trigger_id"),
            Code = action.TextAt("value") is { Length: > 0 } value ? value : action.TextAt("selected_option", "value"),
        };
    }
}

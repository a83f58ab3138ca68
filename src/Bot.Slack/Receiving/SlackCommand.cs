using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Slack.Receiving.Http;

namespace Bot.Slack.Receiving;

/// <summary>
/// A slash command as Slack sends it (https://docs.slack.dev/interactivity/implementing-slash-commands): a form over HTTP, and JSON with
/// the same names in Socket Mode. Missing fields are empty, unknown ones are ignored.
/// </summary>
public sealed record SlackCommand
{
    /// <summary>With its slash: <c>/funding</c>.</summary>
    public string Command { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string TeamId { get; private set; } = "";

    /// <summary>Empty outside Enterprise Grid.</summary>
    public string EnterpriseId { get; private set; } = "";

    public string ChannelId { get; private set; } = "";

    public string UserId { get; private set; } = "";

    /// <summary>The handle, not the display name.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Secret: anyone who has it can post.</summary>
    public string ResponseUrl { get; private set; } = "";

    /// <summary>Unique each time somebody sends a command.</summary>
    public string TriggerId { get; private set; } = "";

    public static SlackCommand FromForm(ReadOnlySpan<byte> body)
    {
        var command = new SlackCommand();
        var fields = new FormFields(body);
        while (fields.Read())
        {
            var name = fields.Name;
            if (name.SequenceEqual("team_id"u8))
            {
                command.TeamId = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("channel_id"u8))
            {
                command.ChannelId = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("user_id"u8))
            {
                command.UserId = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("command"u8))
            {
                command.Command = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("text"u8))
            {
                command.Text = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("user_name"u8))
            {
                command.UserName = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("response_url"u8))
            {
                command.ResponseUrl = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("trigger_id"u8))
            {
                command.TriggerId = FormFields.Decode(fields.Value);
            }
            else if (name.SequenceEqual("enterprise_id"u8))
            {
                command.EnterpriseId = FormFields.Decode(fields.Value);
            }
        }

        return command;
    }

    public static SlackCommand FromJson(JsonElement payload) =>
        new()
        {
            Command = payload.TextAt("command"),
            Text = payload.TextAt("text"),
            TeamId = payload.TextAt("team_id"),
            EnterpriseId = payload.TextAt("enterprise_id"),
            ChannelId = payload.TextAt("channel_id"),
            UserId = payload.TextAt("user_id"),
            UserName = payload.TextAt("user_name"),
            ResponseUrl = payload.TextAt("response_url"),
            TriggerId = payload.TextAt("trigger_id"),
        };
}

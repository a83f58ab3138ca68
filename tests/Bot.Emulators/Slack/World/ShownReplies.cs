using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.World;

/// <summary>Something shown to one person and not stored: an ephemeral message, or the answer to a command.</summary>
/// <param name="User">Who sees it.</param>
public sealed record ShownReply(string Channel, string User, string? Text, JsonArray? Blocks)
{
    /// <summary>Its own ts, unknown to every other method.</summary>
    public string Ts { get; init; } = "";

    public string? Thread { get; init; }

    /// <summary>The command or click it answers; null for chat.postEphemeral.</summary>
    public string? Interaction { get; init; }

    /// <summary><c>acknowledgement</c>, <c>response_url</c> or <c>postEphemeral</c>.</summary>
    public string Way { get; init; } = "postEphemeral";

    /// <summary>Published to the whole channel.</summary>
    public bool InChannel { get; init; }

    public bool ReplacesOriginal { get; init; }

    public bool DeletesOriginal { get; init; }

    /// <summary>The full body, as sent by the bot.</summary>
    public JsonObject? Raw { get; init; }
}

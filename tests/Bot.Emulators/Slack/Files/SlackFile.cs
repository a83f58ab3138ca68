using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Files;

/// <summary>An uploaded file, or one that is announced.</summary>
/// <param name="Length">Announced size in bytes.</param>
public sealed record SlackFile(string Id, string Name, long Length, string Workspace)
{
    public string? AltText { get; init; }

    public string? Title { get; init; }

    public byte[]? Bytes { get; init; }

    /// <summary>The upload was completed; null: not yet.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Channel and ts of the messages that show it.</summary>
    public JsonObject Shares { get; init; } = [];

    /// <param name="isProcessed">Type and shares are known a while after the upload only.</param>
    public JsonObject ToJson(bool isProcessed)
    {
        var json = new JsonObject { ["id"] = Id, ["name"] = Name, ["title"] = Title ?? Name, ["size"] = Bytes?.Length ?? 0 };
        if (!isProcessed)
        {
            return json;
        }

        json["mimetype"] = Path.GetExtension(Name).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            _ => "application/octet-stream",
        };
        json["filetype"] = Path.GetExtension(Name).TrimStart('.');
        json["alt_txt"] = AltText;
        json["shares"] = Shares.DeepClone();
        return json;
    }
}

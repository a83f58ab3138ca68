using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Files;

/// <summary>An uploaded or announced file.</summary>
/// <param name="Length">Announced size in bytes.</param>
public sealed record SlackFile(string Id, string Name, long Length, string Workspace)
{
    public string? AltText { get; init; }

    public string? Title { get; init; }

    public byte[]? Bytes { get; init; }

    /// <summary>When the upload was completed; null if it is not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Channel and ts of the messages with the file.</summary>
    public JsonObject Shares { get; init; } = [];

    /// <param name="isProcessed">Type and shares are known only some time after the upload.</param>
    public JsonObject ToJson(bool isProcessed)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["title"] = Title ?? Name,
            ["size"] = Bytes?.Length ?? 0,
        };
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

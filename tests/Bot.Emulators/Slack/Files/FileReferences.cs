using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;

namespace Bot.Emulators.Slack.Files;

/// <summary>Images that refer to an uploaded file: if not yet processed, they are refused like an invalid block.</summary>
internal static class FileReferences
{
    /// <returns>The refusal, or null.</returns>
    public static ApiResult? Check(JsonArray? blocks, FileStore files)
    {
        var missing = Find(blocks, "/blocks")
            .Where(reference => files.Find(reference.Id) is not { } file || !files.IsProcessed(file))
            .Select(reference => $"invalid slack file [json-pointer:{reference.Pointer}]")
            .ToList();
        return missing.Count > 0 ? ApiResult.Invalid("invalid_blocks", missing) : null;
    }

    private static IEnumerable<(string Id, string Pointer)> Find(JsonNode? node, string pointer) =>
        node switch
        {
            JsonObject json => json.SelectMany(pair =>
                pair.Key == "slack_file" && pair.Value?["id"] is JsonValue id
                    ? [(id.ToString(), pointer + "/slack_file")]
                    : Find(pair.Value, $"{pointer}/{pair.Key}")
            ),
            JsonArray array => array.SelectMany((item, at) => Find(item, $"{pointer}/{at}")),
            _ => [],
        };
}

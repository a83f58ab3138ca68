using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.Blocks;
using Bot.Emulators.Slack.Files;

namespace Bot.Emulators.Slack.Methods;

/// <summary>A message's content, validated like Slack.</summary>
internal sealed record Content(string? Text, JsonArray? Blocks, JsonArray? Attachments, JsonObject? Metadata)
{
    /// <summary>Longer text is truncated (https://docs.slack.dev/reference/methods/chat.postMessage).</summary>
    private const int LongestText = 40_000;

    private const int MostAttachments = 100;

    /// <summary>The limit is not published; senders should stay well below it.</summary>
    private const int LargestMetadata = 2_048;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Blocks is not { Count: > 0 } && Attachments is not { Count: > 0 };

    /// <summary>Whom it notifies; chat.update parses names unless told not to.</summary>
    public IReadOnlyList<string>? Pings(ApiCall call) =>
        Slack.Text.Pings.Of(
            Text,
            Blocks,
            call.Arguments.Flag("link_names") == true
                || (call.Arguments.Text("parse") ?? (call.Method.Name == "chat.update" ? "client" : "none")) != "none"
        );

    /// <returns>The refusal, or null.</returns>
    public static ApiResult? Read(ApiCall call, out Content content)
    {
        content = new Content(null, null, null, null);
        var arguments = call.Arguments;
        if (!arguments.TryJson("blocks", out var blocks) || blocks is not (null or JsonArray))
        {
            return ApiResult.Fail("invalid_blocks_format");
        }

        if (!arguments.TryJson("attachments", out var attachments) || attachments is not (null or JsonArray))
        {
            return ApiResult.Fail("invalid_attachments");
        }

        var text = arguments.Text("text");
        if (arguments.Text("markdown_text") is { } markdown)
        {
            if (text is not null || blocks is not null)
            {
                return ApiResult.Fail("markdown_text_conflict");
            }

            blocks = new JsonArray(new JsonObject { ["type"] = "markdown", ["text"] = markdown });
        }

        if ((attachments as JsonArray)?.Count > MostAttachments)
        {
            return ApiResult.Fail("too_many_attachments");
        }

        if (blocks is JsonArray array && BlockValidator.Check(array, Surface.Message, call.Server.Blocks) is { } refused)
        {
            return refused;
        }

        if (FileReferences.Check(blocks as JsonArray, call.Server.Files) is { } early)
        {
            return early;
        }

        if (ReadMetadata(arguments, out var metadata) is { } wrong)
        {
            return wrong;
        }

        if (text?.Length > LongestText)
        {
            text = text[..LongestText];
            call.Warnings.Add("message_truncated");
        }

        content = new Content(text, BlockStore.Stored(blocks as JsonArray, call.World), attachments as JsonArray, metadata);
        return null;
    }

    private static ApiResult? ReadMetadata(Arguments arguments, out JsonObject? metadata)
    {
        metadata = null;
        if (!arguments.TryJson("metadata", out var node) || node is not (null or JsonObject))
        {
            return ApiResult.Fail("invalid_metadata_format");
        }

        if (node is not JsonObject { Count: > 0 } json)
        {
            // {} removes existing metadata.
            metadata = node as JsonObject;
            return null;
        }

        if (
            json["event_type"] is not JsonValue
            || json["event_payload"] is not JsonObject payload
            || !payload.All(pair => IsFlat(pair.Value, 1))
        )
        {
            return ApiResult.Fail("invalid_metadata_schema");
        }

        metadata = json;
        return json.ToJsonString().Length > LargestMetadata ? ApiResult.Fail("metadata_too_large") : null;
    }

    /// <summary>Text, number, Boolean; one level of objects, or a list of these.</summary>
    private static bool IsFlat(JsonNode? node, int levels) =>
        node switch
        {
            JsonValue => true,
            JsonObject inner => levels > 0 && inner.All(pair => IsFlat(pair.Value, levels - 1)),
            JsonArray list => levels > 0 && list.All(item => IsFlat(item, levels)),
            _ => false,
        };
}

using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.Blocks;
using Bot.Emulators.Slack.Views;

namespace Bot.Emulators.Slack.Methods;

/// <summary>blocks.validate: no token, and exactly one of blocks, view and message.</summary>
internal static class BlockMethods
{
    public static ApiResult Validate(ApiCall call)
    {
        var given = new[] { "blocks", "view", "message" }.Where(call.Arguments.Has).ToList();
        if (given is not [var name] || !call.Arguments.TryJson(name, out var node))
        {
            return ApiResult.Fail("invalid_arguments", "exactly one of blocks, view, message");
        }

        var blocks = name == "message" ? node?["blocks"] : node;
        IReadOnlyList<Findings.Finding>? findings = (name, blocks) switch
        {
            ("view", JsonObject view) => ViewValidator.Find(view, call.Server.Blocks),
            (_, JsonArray array) => BlockValidator.Find(
                array,
                Surface.Message,
                call.Server.Blocks,
                name == "message" ? "/message/blocks" : "/blocks"
            ),
            ("message", null) => [],
            _ => null,
        };
        if (findings is null)
        {
            return ApiResult.Fail("invalid_arguments", $"{name} is of the wrong type");
        }

        if (findings.Count == 0)
        {
            return ApiResult.Ok();
        }

        var result = ApiResult.Fail($"invalid_{name}");
        result.Body["errors"] = new JsonArray([
            .. findings.Select(finding =>
                (JsonNode)
                    new JsonObject
                    {
                        ["code"] = $"invalid_{name}",
                        ["message"] = finding.Message,
                        ["pointer"] = finding.Pointer,
                    }
            ),
        ]);
        return result;
    }
}

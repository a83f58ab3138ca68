using System.Text.Json;

namespace Bot.Discord.Api;

/// <summary>Discord's tree of what is wrong with a body. https://discord.com/developers/docs/reference#error-messages</summary>
internal static class FormErrors
{
    private const int Deepest = 20;

    /// <summary>The first of them as <c>components.0.content[BASE_TYPE_MAX_LENGTH]</c>; null without any. Texts are left out, as they may quote the message.</summary>
    public static string? First(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("errors", out var errors) ? First(errors, "", 0) : null;

    private static string? First(JsonElement node, string path, int depth)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > Deepest)
        {
            return null;
        }

        foreach (var member in node.EnumerateObject())
        {
            if (member.Name != "_errors")
            {
                if (First(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", depth + 1) is { } inner)
                {
                    return inner;
                }
            }
            else if (member.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0] is { ValueKind: JsonValueKind.Object } first
                && first.TryGetProperty("code", out var code))
            {
                return $"{path}[{code}]";
            }
        }

        return null;
    }
}

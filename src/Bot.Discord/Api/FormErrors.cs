using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Discord.Api;

/// <summary>Discord's error tree for a body. https://discord.com/developers/docs/reference#error-messages</summary>
internal static class FormErrors
{
    private const int Deepest = 20;

    /// <summary>
    /// The first error, as <c>components.0.content[BASE_TYPE_MAX_LENGTH]</c>; null if there is none. Texts are left out, because they may
    /// quote the message.
    /// </summary>
    public static string? First(JsonElement body) => body.At("errors") is { } errors ? First(errors, "", 0) : null;

    private static string? First(JsonElement node, string path, int depth)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > Deepest)
        {
            return null;
        }

        foreach (var member in node.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
            {
                continue;
            }

            if (name != "_errors")
            {
                if (First(member.Value, path.Length == 0 ? name : $"{path}.{name}", depth + 1) is { } inner)
                {
                    return inner;
                }
            }
            else if (member.Value.ListAt().FirstOrDefault().StringAt("code") is { } code)
            {
                return $"{path}[{code}]";
            }
        }

        return null;
    }

    /// <summary>Null for half a surrogate pair, which is not one of Discord's names.</summary>
    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Chat.Platforms;

namespace Bot.Discord.Rendering;

/// <summary>
/// The key of a post as the id of its outermost component, which can be read back for as long as the message stands; the
/// nonce cannot. https://discord.com/developers/docs/components/reference#anatomy-of-a-component
/// </summary>
internal static class PostMark
{
    /// <summary>Ids that Discord gives by itself count from one, so none of them reaches a mark.</summary>
    private const int Least = 1 << 30;

    public static int Of(PostKey key) =>
        Least | (BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key.Value))) & (Least - 1));

    /// <summary>The mark of a message that was read; null when it has none.</summary>
    public static int? In(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("components", out var components) && components.ValueKind == JsonValueKind.Array && components.GetArrayLength() > 0
        && components[0] is { ValueKind: JsonValueKind.Object } outermost && outermost.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var mark) && mark >= Least
            ? mark
            : null;
}

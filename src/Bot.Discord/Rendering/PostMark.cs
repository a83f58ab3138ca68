using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;

namespace Bot.Discord.Rendering;

/// <summary>
/// A post's key as the id of a component (for content the first button, otherwise the outermost one), which can be read back as long as
/// the message exists; the nonce cannot. https://discord.com/developers/docs/components/reference#anatomy-of-a-component
/// </summary>
internal static class PostMark
{
    /// <summary>Ids assigned by Discord count from one, so none of them reaches a mark.</summary>
    private const int Least = 1 << 30;

    public static int Of(PostKey key) =>
        Least | (BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key.Value))) & (Least - 1));

    /// <summary>The mark of a message that was read, from its outermost component or the button in its row; null if it has none.</summary>
    public static int? In(JsonElement message)
    {
        foreach (var component in message.ListAt("components"))
        {
            if ((Of(component) ?? component.ListAt("components").Select(Of).FirstOrDefault(inner => inner is not null)) is { } mark)
            {
                return mark;
            }
        }

        return null;
    }

    private static int? Of(JsonElement component) => component.IntegerAt("id") is { } mark and >= Least ? mark : null;
}

using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;

namespace Bot.Emulators.Discord.Rules;

/// <remarks>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</remarks>
internal static class EmbedForm
{
    private const int Most = 10;
    private const int Sum = 6000;

    public static void Verify(JsonNode? embeds, string path, FormErrors errors)
    {
        if (embeds is null)
        {
            return;
        }

        if (embeds is not JsonArray all || all.Count > Most)
        {
            errors.Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {Most} or fewer in length.");
            return;
        }

        var sum = 0;
        for (var index = 0; index < all.Count; index++)
        {
            var at = $"{path}.{index}";
            if (all[index] is not JsonObject embed)
            {
                errors.Add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            sum +=
                Limit(embed["title"], 256, at + ".title", errors)
                + Limit(embed["description"], 4096, at + ".description", errors)
                + Limit(embed["footer"]?["text"], 2048, at + ".footer.text", errors)
                + Limit(embed["author"]?["name"], 256, at + ".author.name", errors)
                + Fields(embed["fields"], at + ".fields", errors);
            if (embed["color"].Number() is < 0 or > 0xFFFFFF)
            {
                errors.Add(at + ".color", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {0xFFFFFF}.");
            }
        }

        if (sum > Sum)
        {
            errors.Add(path, "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {Sum}");
        }
    }

    private static int Fields(JsonNode? fields, string path, FormErrors errors)
    {
        var sum = 0;
        var number = 0;
        foreach (var field in fields.Items())
        {
            var at = $"{path}.{number++}";
            foreach (var (member, most) in new[] { ("name", 256), ("value", 1024) })
            {
                if (string.IsNullOrWhiteSpace(field?[member].Text()))
                {
                    errors.Required($"{at}.{member}");
                }

                sum += Limit(field?[member], most, $"{at}.{member}", errors);
            }
        }

        if (number > 25)
        {
            errors.TooLong(path, 25);
        }

        return sum;
    }

    private static int Limit(JsonNode? node, int most, string path, FormErrors errors)
    {
        var length = node.Text()?.Trim().Points() ?? 0;
        if (length > most)
        {
            errors.TooLong(path, most);
        }

        return length;
    }
}

using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rules;

/// <summary>Validates a message's components as a whole: count, text length, uniqueness.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference</remarks>
internal static class ComponentForm
{
    private const int Most = 40;
    private const int TextLimit = 4000;
    private const int LegacyRows = 5;
    private static readonly int[] V2Kinds = [1, 9, 10, 12, 13, 14, 17];

    public static void Verify(JsonNode? components, string path, bool isV2, FormErrors errors)
    {
        if (components is null)
        {
            return;
        }

        if (components is not JsonArray all)
        {
            errors.Add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return;
        }

        var seen = new ComponentTally();
        for (var index = 0; index < all.Count; index++)
        {
            ComponentKinds.Verify(all[index], $"{path}.{index}", isV2 ? V2Kinds : [1], seen, errors);
        }

        if (!isV2 && all.Count > LegacyRows)
        {
            errors.TooLong(path, LegacyRows);
        }

        if (seen.Count > Most)
        {
            errors.Add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"Total number of components cannot exceed {Most}");
        }

        if (MessageText.Displays(all).Sum(text => text.Points()) > TextLimit)
        {
            errors.Add(
                path,
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                $"Components displayable text size exceeds maximum size of {TextLimit}"
            );
        }
    }

    /// <summary>Numbers the components without an id, in reading order.</summary>
    public static JsonArray Numbered(JsonNode? components)
    {
        var copy = components?.DeepClone() as JsonArray ?? [];
        var taken = Flat(copy).Select(component => component["id"].Number() ?? 0).Where(id => id != 0).ToHashSet();
        var next = 0;
        foreach (var component in Flat(copy).Where(component => component["id"].Number() is null or 0).ToList())
        {
            do
            {
                next++;
            } while (!taken.Add(next));

            component["id"] = next;
        }

        return copy;
    }

    private static IEnumerable<JsonObject> Flat(JsonNode? node) =>
        node switch
        {
            JsonArray all => all.SelectMany(Flat),
            JsonObject component => new[] { component }.Concat(Flat(component["components"])).Concat(Flat(component["accessory"])),
            _ => [],
        };
}

using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Archive.Subscriptions;

/// <summary>Reads one subscription of the file.</summary>
internal sealed class SubscriptionSpecReader(JsonElement element, string place, SubscriptionNames names, ICollection<string> problems)
{
    // https://discord.com/developers/docs/resources/channel#channel-object (auto_archive_duration; applied_tags)
    private static readonly int[] ArchiveDurations = [60, 1440, 4320, 10080];

    private const int MostForumTags = 5;

    private static readonly string[] SendKeys = ["silentRoot", "autoArchiveMinutes", "forumTags", "publish", "mentionRole"];

    private static readonly string[] Keys = ["series", "platform", "workspace", "channel", "sections", "language", "preferDuplicate", .. SendKeys];

    public SubscriptionSpec? Read()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problem("expected an object");
            return null;
        }

        foreach (var key in element.EnumerateObject().Where(property => !Keys.Contains(property.Name)))
        {
            Problem($"unknown key \"{key.Name}\"; known are {string.Join(", ", Keys)}");
        }

        var (series, platform, workspace, channel) = (Text("series"), Text("platform"), Text("workspace"), Text("channel"));
        Known("series", series, names.Series);
        Known("platform", platform, names.Platforms);
        return new SubscriptionSpec(series, platform, workspace, channel)
        {
            Sections = Sections(),
            Locale = Language(),
            PreferDuplicate = Flag("preferDuplicate"),
            SendOptions = new SendOptions
            {
                SilentRoot = Flag("silentRoot"),
                AutoArchiveMinutes = Minutes("autoArchiveMinutes"),
                ForumTags = Ids("forumTags"),
                Publish = Flag("publish"),
                MentionRole = element.TryGetProperty("mentionRole", out var role) ? Id(role, "mentionRole") : null,
            },
        };
    }

    private string Text(string key)
    {
        var text = element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (string.IsNullOrWhiteSpace(text))
        {
            Problem($"\"{key}\" must be a text");
        }

        return text;
    }

    private void Known(string key, string value, IReadOnlyCollection<string> known)
    {
        if (value.Length > 0 && !known.Contains(value))
        {
            Problem($"unknown {key} \"{value}\"; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }

    private List<string> Sections()
    {
        if (!element.TryGetProperty("sections", out var value))
        {
            return [];
        }

        var wanted = new HashSet<string>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            Problem("\"sections\" must be an array of texts");
            return [];
        }

        foreach (var item in value.EnumerateArray())
        {
            var name = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
            Known("section", name, SectionNames.All);
            wanted.Add(name);
        }

        return [.. SectionNames.All.Where(wanted.Contains)];
    }

    private Locale Language()
    {
        if (!element.TryGetProperty("language", out var value))
        {
            return Locale.Japanese;
        }

        var language = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        Known("language", language, ["ja", "en"]);
        return language == "en" ? Locale.English : Locale.Japanese;
    }

    private bool Flag(string key)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Problem($"\"{key}\" must be true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private int? Minutes(string key)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var minutes) && ArchiveDurations.Contains(minutes))
        {
            return minutes;
        }

        Problem($"\"{key}\" must be one of {string.Join(", ", ArchiveDurations)}");
        return null;
    }

    private List<string> Ids(string key)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostForumTags)
        {
            Problem($"\"{key}\" must be an array of at most {MostForumTags} ids");
            return [];
        }

        return [.. value.EnumerateArray().Select(item => Id(item, key)).OfType<string>()];
    }

    private string? Id(JsonElement value, string key)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 20 } id && id.All(char.IsAsciiDigit))
        {
            return id;
        }

        Problem($"\"{key}\" must hold ids: texts of digits");
        return null;
    }

    private void Problem(string what) => problems.Add($"{place}: {what}");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat;

namespace Bot.Archive.Subscriptions;

/// <summary>What a file may name.</summary>
/// <param name="Platforms">Platforms that the bot knows, set up or not.</param>
/// <param name="Series">Keys of the configured series.</param>
public sealed record SubscriptionNames(IReadOnlyCollection<string> Platforms, IReadOnlyCollection<string> Series);

/// <summary>
/// Subscriptions as a JSON file:
/// <c>{"subscriptions":[{"series":"us-ai","platform":"slack","workspace":"T1","channel":"C1","sections":["startups"],"language":"ja","preferDuplicate":false}]}</c>.
/// Sections left out or empty means all; the language is <c>ja</c> unless said.
/// </summary>
public static class SubscriptionFile
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static string LanguageOf(Locale locale) => locale == Locale.Japanese ? "ja" : "en";

    /// <summary>Reads a file. Every problem is named, with the place of its subscription; the list is only whole when there is none.</summary>
    public static IReadOnlyList<SubscriptionSpec> Read(string json, SubscriptionNames names, ICollection<string> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return ReadAll(document.RootElement, names, problems);
        }
        catch (JsonException failure)
        {
            problems.Add($"not JSON: {failure.Message}");
            return [];
        }
    }

    /// <summary>The file that declares exactly these.</summary>
    public static string Write(IEnumerable<SubscriptionSpec> subscriptions)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("subscriptions");
            foreach (var subscription in subscriptions)
            {
                json.WriteStartObject();
                json.WriteString("series", subscription.Series);
                json.WriteString("platform", subscription.Platform);
                json.WriteString("workspace", subscription.Workspace);
                json.WriteString("channel", subscription.Channel);
                json.WriteStartArray("sections");
                foreach (var section in subscription.Sections)
                {
                    json.WriteStringValue(section);
                }

                json.WriteEndArray();
                json.WriteString("language", LanguageOf(subscription.Locale));
                json.WriteBoolean("preferDuplicate", subscription.PreferDuplicate);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static List<SubscriptionSpec> ReadAll(JsonElement root, SubscriptionNames names, ICollection<string> problems)
    {
        var read = new List<SubscriptionSpec>();
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("subscriptions", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            problems.Add("expected an object with an array \"subscriptions\"");
            return read;
        }

        foreach (var key in root.EnumerateObject().Where(property => property.Name != "subscriptions"))
        {
            problems.Add($"unknown key \"{key.Name}\"");
        }

        var place = 0;
        foreach (var element in list.EnumerateArray())
        {
            place++;
            var reader = new SpecReader(element, $"subscription {place}", names, problems);
            if (reader.Read() is not { } spec)
            {
                continue;
            }

            if (read.Exists(other => other.Identity == spec.Identity))
            {
                problems.Add($"subscription {place}: {spec} is named twice");
            }

            read.Add(spec);
        }

        return read;
    }

    /// <summary>Reads one subscription of the file.</summary>
    private sealed class SpecReader(JsonElement element, string place, SubscriptionNames names, ICollection<string> problems)
    {
        private static readonly string[] Keys = ["series", "platform", "workspace", "channel", "sections", "language", "preferDuplicate"];

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

        private void Problem(string what) => problems.Add($"{place}: {what}");
    }
}

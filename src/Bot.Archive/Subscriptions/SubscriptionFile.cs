using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat;

namespace Bot.Archive.Subscriptions;

/// <summary>
/// Subscriptions as a JSON file:
/// <c>{"subscriptions":[{"series":"us-ai","platform":"slack","workspace":"T1","channel":"C1","sections":["startups"],"language":"ja","preferDuplicate":false}]}</c>.
/// Sections left out or empty means all; the language defaults to <c>ja</c>; a <c>name</c> distinguishes several in one
/// channel; a <c>schedule</c> (<see cref="Chat.Schedules.ScheduleJson"/>) replaces the series' own. All other keys belong to the platform
/// (<see cref="Chat.Subscriptions.IPlatformOptions"/>).
/// </summary>
public static class SubscriptionFile
{
    /// <summary>The file is for people and never embedded in a page, so escape as little as possible.</summary>
    private static readonly SubscriptionJson Json = new(
        new JsonSerializerOptions(SubscriptionJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string LanguageOf(Locale locale) => locale == Locale.Japanese ? "ja" : "en";

    /// <summary>
    /// Reads a file. Reports every problem with the position of its subscription; the list is complete only if there are
    /// none.
    /// </summary>
    public static IReadOnlyList<SubscriptionSpec> Read(string json, SubscriptionNames names, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        SubscriptionDocument? document;
        try
        {
            using var whole = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            document = whole.RootElement.ValueKind == JsonValueKind.Object ? whole.Deserialize(Json.SubscriptionDocument) : null;
        }
        catch (JsonException failure) when (failure.Path is "$.subscriptions")
        {
            document = null;
        }
        catch (JsonException failure)
        {
            problems.Add($"not JSON: {failure.Message}");
            return [];
        }

        if (document?.Subscriptions is not { } list)
        {
            problems.Add("expected an object with an array \"subscriptions\"");
            return [];
        }

        foreach (var key in document.Others?.Keys.ToList() ?? [])
        {
            problems.Add($"unknown key \"{key}\"{NearestKey.Said(key, ["subscriptions"])}");
        }

        return ReadAll(list, names, problems);
    }

    /// <summary>A file that declares exactly these subscriptions.</summary>
    public static string Write(IEnumerable<SubscriptionSpec> subscriptions, SubscriptionNames names)
    {
        var written = subscriptions.Select(spec =>
            JsonSerializer.SerializeToElement(
                SubscriptionFields
                    .Of(spec.Platform, names)
                    .Select(field => (field.Key, Value: field.Write(spec)))
                    .Where(field => field.Value is not null)
                    .ToDictionary(field => field.Key, field => field.Value!.Value),
                Json.DictionaryStringJsonElement
            )
        );
        return JsonSerializer.Serialize(new SubscriptionDocument([.. written]), Json.SubscriptionDocument);
    }

    private static List<SubscriptionSpec> ReadAll(IReadOnlyList<JsonElement> list, SubscriptionNames names, ICollection<string> problems)
    {
        var read = new List<SubscriptionSpec>();
        foreach (var (at, element) in list.Index())
        {
            var place = $"subscription {at + 1}";
            if (element.ValueKind != JsonValueKind.Object)
            {
                problems.Add($"{place}: expected an object");
                continue;
            }

            var spec = ReadOne(
                element.Deserialize(Json.DictionaryStringJsonElement)!,
                names,
                problem => problems.Add($"{place}: {problem}")
            );
            if (read.Exists(other => other.Identity == spec.Identity))
            {
                problems.Add($"{place}: {spec} is named twice");
            }

            read.Add(spec);
        }

        return read;
    }

    private static SubscriptionSpec ReadOne(Dictionary<string, JsonElement> element, SubscriptionNames names, Action<string> problem)
    {
        var platform = element.TryGetValue("platform", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        var fields = SubscriptionFields.Of(platform, names);
        var keys = fields.Select(field => field.Key).ToList();
        foreach (var key in element.Keys.Where(key => !keys.Contains(key)))
        {
            problem(
                names.PlatformsWith(key) is { Count: > 0 } others
                    ? $"\"{key}\" is an option of {string.Join(", ", others)}, which {platform} does not take"
                    : $"unknown key \"{key}\"{NearestKey.Said(key, keys)}; known are {string.Join(", ", keys)}"
            );
        }

        var spec = new SubscriptionSpec("", "", "", "");
        foreach (var field in fields)
        {
            if (!element.TryGetValue(field.Key, out var value))
            {
                if (field.Required)
                {
                    problem(SubscriptionFields.MustBeText(field.Key));
                }

                continue;
            }

            (spec, var wrong) = field.Read(spec, value);
            if (wrong is not null)
            {
                problem(wrong);
            }
        }

        return spec;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Archive.Subscriptions;

/// <summary>What a file may name.</summary>
/// <param name="Platforms">Platforms that the bot knows, set up or not.</param>
/// <param name="Series">Keys of the configured series.</param>
public sealed record SubscriptionNames(IReadOnlyCollection<string> Platforms, IReadOnlyCollection<string> Series);

/// <summary>
/// Subscriptions as a JSON file:
/// <c>{"subscriptions":[{"series":"us-ai","platform":"slack","workspace":"T1","channel":"C1","sections":["startups"],"language":"ja","preferDuplicate":false}]}</c>.
/// Sections left out or empty means all; the language is <c>ja</c> unless said. Optional, for Discord:
/// <c>"silentRoot":true,"autoArchiveMinutes":1440,"forumTags":["…"],"publish":true,"mentionRole":"…"</c>.
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
                WriteSendOptions(json, subscription.SendOptions);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Only what is asked for: most subscriptions ask nothing of their platform.</summary>
    private static void WriteSendOptions(Utf8JsonWriter json, SendOptions options)
    {
        if (options.SilentRoot)
        {
            json.WriteBoolean("silentRoot", true);
        }

        if (options.AutoArchiveMinutes is { } minutes)
        {
            json.WriteNumber("autoArchiveMinutes", minutes);
        }

        if (options.ForumTags.Count > 0)
        {
            json.WriteStartArray("forumTags");
            foreach (var tag in options.ForumTags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        if (options.Publish)
        {
            json.WriteBoolean("publish", true);
        }

        if (options.MentionRole is { } role)
        {
            json.WriteString("mentionRole", role);
        }
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
            var reader = new SubscriptionSpecReader(element, $"subscription {place}", names, problems);
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
}

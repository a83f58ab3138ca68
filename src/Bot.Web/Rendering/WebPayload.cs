using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat;
using Bot.Chat.Messages;

namespace Bot.Web.Rendering;

/// <summary>A message as stored by the web channel: safe HTML, and its buttons as data.</summary>
/// <param name="Title">Plain text of the headline, else of the first line; for page titles. May be empty.</param>
/// <param name="Html">Body. Produced only by <see cref="WebRenderer"/>: no scripts, no styles, no attributes from documents.</param>
/// <param name="Anchor">Id of the headline inside <paramref name="Html"/>, which a root's contents link to; null if there is none.</param>
/// <param name="Locale">Language of the frame.</param>
public sealed record WebPayload(string Title, string Html, string? Anchor, Locale Locale, IReadOnlyList<Button> Buttons)
{
    /// <summary>Japanese and HTML stay unescaped: a payload is stored, never written into a page as JSON.</summary>
    private static readonly WebPayloadJson Json = new(
        new JsonSerializerOptions(WebPayloadJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public string ToJson() => JsonSerializer.Serialize(this, Json.WebPayload);

    /// <summary>
    /// Language of most of the text, for fonts and screen readers: an English frame around Japanese content is Japanese.
    /// Kana decide, since kanji alone may be Chinese.
    /// </summary>
    public string LanguageTag() => Locale == Locale.Japanese || HasKana(Html) ? "ja" : "en";

    internal static bool HasKana(string text) => text.Any(letter => letter is >= '\u3041' and <= '\u30FA');

    /// <summary>For showing the same headline a second time on a page.</summary>
    public string HtmlWithoutAnchor() => Anchor is null ? Html : Html.Replace($" id=\"{Anchor}\"", "", StringComparison.Ordinal);

    /// <summary>HTML of messages on one page: of those with the same anchor the first keeps it, because ids must be unique.</summary>
    public static IEnumerable<(T Message, string Html)> WithUniqueAnchors<T>(IEnumerable<T> messages, Func<T, WebPayload> payloadOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var payload = payloadOf(message);
            yield return (message, payload.Anchor is not { } anchor || seen.Add(anchor) ? payload.Html : payload.HtmlWithoutAnchor());
        }
    }

    /// <summary>Null if the text is not a payload of this platform.</summary>
    public static WebPayload? TryParse(string json)
    {
        try
        {
            var payload = JsonSerializer.Deserialize(json, Json.WebPayload);
            return payload is { Html: not null, Title: not null, Buttons: not null } ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WebPayload))]
internal sealed partial class WebPayloadJson : JsonSerializerContext;

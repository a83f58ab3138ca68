using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Emulators.Slack.Text;

/// <summary>
/// Whom a message would notify: <c>channel</c>, <c>here</c>, <c>everyone</c>, <c>user:ID</c>, <c>usergroup:ID</c>.
/// Strict: bare names count wherever Slack may parse them (https://docs.slack.dev/messaging/formatting-message-text).
/// </summary>
internal static partial class Pings
{
    /// <param name="parsesNames">
    /// Whether a bare <c>@channel</c> in the text counts too: <c>parse</c> is full or client, or <c>link_names</c> is
    /// set.
    /// </param>
    /// <returns>Sorted, without duplicates; null for nobody.</returns>
    public static IReadOnlyList<string>? Of(string? text, JsonArray? blocks, bool parsesNames)
    {
        var pings = new SortedSet<string>(StringComparer.Ordinal);
        Add(pings, text, parsesNames);
        Walk(pings, blocks);
        return pings.Count == 0 ? null : [.. pings];
    }

    private static void Walk(SortedSet<string> pings, JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Walk(pings, item);
            }

            return;
        }

        if (node is not JsonObject json)
        {
            return;
        }

        switch (json["type"]?.ToString())
        {
            case "mrkdwn" or "markdown":
                Add(pings, json["text"]?.ToString(), parsesNames: json["verbatim"]?.ToString() != "true");
                return;
            case "broadcast":
                pings.Add(json["range"]?.ToString() ?? "");
                return;
            case "user":
                pings.Add("user:" + json["user_id"]);
                return;
            case "usergroup":
                pings.Add("usergroup:" + json["usergroup_id"]);
                return;
        }

        foreach (var (_, value) in json)
        {
            Walk(pings, value);
        }
    }

    private static void Add(SortedSet<string> pings, string? text, bool parsesNames)
    {
        foreach (Match match in Token().Matches(text ?? ""))
        {
            pings.Add(
                match switch
                {
                    _ when match.Groups["user"].Success => "user:" + match.Groups["user"].Value,
                    _ when match.Groups["group"].Success => "usergroup:" + match.Groups["group"].Value,
                    _ => match.Groups["all"].Value,
                }
            );
        }

        if (parsesNames)
        {
            pings.UnionWith(Bare().Matches(text ?? "").Select(match => match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"<(?:@(?<user>[UW][A-Z0-9]+)|!subteam\^(?<group>[A-Z0-9]+)|!(?<all>channel|here|everyone))(?:\|[^>]*)?>")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<![\w<])@(channel|here|everyone)\b")]
    private static partial Regex Bare();
}

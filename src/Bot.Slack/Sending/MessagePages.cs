using System.Globalization;
using System.Text.Json;
using Bot.Chat.Installations;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>Reads a channel's history or a thread page by page, until a match or the end.</summary>
internal sealed class MessagePages(SlackCalls calls)
{
    private const int PageSize = 200;

    /// <summary>A channel with more pages is not read to its end.</summary>
    private const int MostPages = 50;

    /// <param name="looksLike">Whether it is the message sought; called for every message read.</param>
    /// <returns>The match; the last answer if that was not a page; neither if the whole range was read, or if it was too long.</returns>
    public async Task<(JsonElement? Found, SlackAnswer? Trouble, bool IsWhole)> ReadAsync(
        string method,
        Installation installation,
        IReadOnlyList<KeyValuePair<string, string>> range,
        Func<JsonElement, bool> looksLike,
        CancellationToken cancellationToken
    )
    {
        var cursor = "";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await calls.PostFormAsync(
                method,
                installation,
                [
                    .. range,
                    new("inclusive", "true"),
                    new("include_all_metadata", "true"),
                    new("limit", PageSize.ToString(CultureInfo.InvariantCulture)),
                    .. cursor.Length == 0 ? [] : new KeyValuePair<string, string>[] { new("cursor", cursor) },
                ],
                cancellationToken
            );
            if (answer is not SlackAnswer.Ok ok)
            {
                return (null, answer, false);
            }

            if (!ok.Body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            {
                return (null, new SlackAnswer.Unclear("an answer without messages"), false);
            }

            foreach (var message in messages.EnumerateArray())
            {
                if (looksLike(message))
                {
                    return (message, null, false);
                }
            }

            // Pages may be short before the end: only an empty cursor marks it.
            cursor = ok.Text("response_metadata", "next_cursor") ?? "";
            if (cursor.Length == 0)
            {
                return (null, null, true);
            }
        }

        return (null, null, false);
    }
}

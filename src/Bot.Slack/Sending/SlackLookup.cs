using System.Globalization;
using System.Text.Json;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>
/// Looks for the message that carries a post's key: a root in the channel's history, a reply in its thread, the whole
/// range since the first attempt. Only the bot's own messages count, whatever another app has copied.
/// </summary>
public sealed class SlackLookup(SlackCalls calls)
{
    /// <summary>Slack's clock and ours may differ by so much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int PageSize = 200;

    public async Task<FindOutcome> FindAsync(SendRequest request, Installation installation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(installation);
        if (request.ThreadId is not { } root)
        {
            return await ReadAsync("conversations.history", request, installation, [], cancellationToken);
        }

        var inThread = await ReadAsync("conversations.replies", request, installation, [new("ts", root)], cancellationToken);
        return inThread is FindOutcome.Absent ? await StrayAsync(request, installation, cancellationToken) : inThread;
    }

    /// <summary>A reply to a root that is gone stands at the top of the channel: it is taken down, and then it is absent.</summary>
    private async Task<FindOutcome> StrayAsync(SendRequest request, Installation installation, CancellationToken cancellationToken)
    {
        if (await ReadAsync("conversations.history", request, installation, [], cancellationToken) is not FindOutcome.Found stray)
        {
            return new FindOutcome.Absent();
        }

        var answer = await calls.PostJsonAsync(
            "chat.delete", installation, MessageArguments.ToDelete(request.Channel.Channel, stray.MessageId), cancellationToken);
        return answer is SlackAnswer.Ok or SlackAnswer.Error { Name: "message_not_found" }
            ? new FindOutcome.Absent()
            : new FindOutcome.RetryAfter(null, "a reply stands in the channel and could not be taken down");
    }

    private async Task<FindOutcome> ReadAsync(
        string method, SendRequest request, Installation installation, IEnumerable<KeyValuePair<string, string>> more, CancellationToken cancellationToken)
    {
        var oldest = (request.FirstAttemptAt - Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var cursor = "";
        do
        {
            var answer = await calls.PostFormAsync(
                method,
                installation,
                [
                    new("channel", request.Channel.Channel),
                    .. more,
                    new("oldest", oldest),
                    new("inclusive", "true"),
                    new("include_all_metadata", "true"),
                    new("limit", PageSize.ToString(CultureInfo.InvariantCulture)),
                    .. cursor.Length == 0 ? [] : new KeyValuePair<string, string>[] { new("cursor", cursor) },
                ],
                cancellationToken);
            switch (answer)
            {
                case SlackAnswer.Error { Name: "thread_not_found" }:
                    return new FindOutcome.Absent();
                case not SlackAnswer.Ok:
                    return SlackOutcomes.Unanswered(answer);
            }

            var page = (SlackAnswer.Ok)answer;
            if (!page.Body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            {
                return new FindOutcome.RetryAfter(null, "an answer without messages");
            }

            foreach (var message in messages.EnumerateArray())
            {
                if (PostKeyMetadata.Carries(message, request.Key) && IsOwn(message, installation) && SlackAnswer.TextAt(message, "ts") is { } ts)
                {
                    return new FindOutcome.Found(ts, request.ThreadId is null ? ts : null);
                }
            }

            // Pages may be short before the end: only an empty cursor is one.
            cursor = page.Text("response_metadata", "next_cursor") ?? "";
        }
        while (cursor.Length > 0);

        return new FindOutcome.Absent();
    }

    private static bool IsOwn(JsonElement message, Installation installation) =>
        installation.Bot is { } bot ? SlackAnswer.TextAt(message, "bot_id") == bot
        : installation.BotUser is { } user ? SlackAnswer.TextAt(message, "user") == user
        : SlackAnswer.TextAt(message, "bot_id") is not null;
}

using System.Globalization;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>
/// Looks for the message that carries a post's key: a root in the channel's history, a reply in its whole thread. Only the bot's own
/// messages count, whatever another app has copied; a message's owner must be known before the post counts as absent.
/// </summary>
public sealed class SlackLookup(SlackCalls calls)
{
    private const string History = "conversations.history";
    private const string Replies = "conversations.replies";
    private const string ThreadNotFound = "thread_not_found";

    private readonly MessagePages _pages = new(calls);

    public async Task<FindOutcome> FindAsync(SendRequest request, Installation installation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(installation);
        var earliest = SecondsOf(calls.Clock.EarliestOf(request.FirstAttemptAt));
        if (request.ThreadId is not { } root)
        {
            return (await ReadAsync(History, request, installation, [new("oldest", earliest)], cancellationToken)).Outcome;
        }

        // Needs no clock: everything in the thread came after its root.
        var thread = await ReadAsync(Replies, request, installation, [new("ts", root)], cancellationToken);
        if (thread.Outcome is not FindOutcome.Absent)
        {
            return thread.Outcome;
        }

        var oldest = string.CompareOrdinal(root, earliest) > 0 ? root : earliest;
        var channel = await ReadAsync(History, request, installation, [new("oldest", oldest)], cancellationToken);
        return channel switch
        {
            { Outcome: FindOutcome.Found { MessageId: var found }, ThreadOf: { } of } => of == root
                ? new FindOutcome.Found(found)
                : channel.Outcome,
            { Outcome: FindOutcome.Found { MessageId: var stray } } when thread.IsRootGone => await TakeDownAsync(
                request,
                installation,
                stray,
                cancellationToken
            ),
            { Outcome: FindOutcome.Found } => new FindOutcome.CannotTell("it stands at the top of the channel although its root is there"),
            { Outcome: FindOutcome.Absent } => new FindOutcome.Absent(thread.IsRootGone),
            _ => channel.Outcome,
        };
    }

    /// <summary>Where an accepted reply ended up.</summary>
    /// <param name="ts">The reply's.</param>
    public async Task<ReplyPlace> PlaceAsync(SendRequest request, Installation installation, string ts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isRootGone = false;
        var only = new KeyValuePair<string, string>[] { new("channel", request.Channel.Channel), new("oldest", ts), new("latest", ts) };
        bool IsIt(JsonElement message)
        {
            isRootGone |= IsDeletedRoot(message, request.ThreadId);
            return message.StringAt("ts") == ts;
        }

        var thread = await _pages.ReadAsync(Replies, installation, [.. only, new("ts", request.ThreadId!)], IsIt, cancellationToken);
        if (thread.Found is not null)
        {
            return ReplyPlace.InThread;
        }

        if (!thread.IsWhole && thread.Trouble is not SlackAnswer.Error { Name: ThreadNotFound })
        {
            return ReplyPlace.Unknown;
        }

        var channel = await _pages.ReadAsync(History, installation, only, IsIt, cancellationToken);
        return channel.Found is not { } found ? ReplyPlace.Unknown
            : found.StringAt("thread_ts") == request.ThreadId ? ReplyPlace.InThread
            : isRootGone || thread.Trouble is not null ? ReplyPlace.Stray
            : ReplyPlace.Unknown;
    }

    /// <summary>A reply whose root is gone is at the top level of the channel: it is deleted, and then counts as absent.</summary>
    private async Task<FindOutcome> TakeDownAsync(
        SendRequest request,
        Installation installation,
        string ts,
        CancellationToken cancellationToken
    )
    {
        var answer = await calls.PostJsonAsync(
            "chat.delete",
            installation,
            MessageArguments.ToDelete(request.Channel.Channel, ts),
            cancellationToken
        );
        return answer is SlackAnswer.Ok or SlackAnswer.Error { Name: "message_not_found" }
            ? new FindOutcome.Absent(IsThreadGone: true)
            : new FindOutcome.RetryAfter(null, "a reply stands in the channel and could not be taken down");
    }

    private async Task<Read> ReadAsync(
        string method,
        SendRequest request,
        Installation installation,
        IEnumerable<KeyValuePair<string, string>> range,
        CancellationToken cancellationToken
    )
    {
        var (isRootGone, isDoubtful) = (false, false);
        var (found, trouble, isWhole) = await _pages.ReadAsync(
            method,
            installation,
            [new("channel", request.Channel.Channel), .. range],
            message =>
            {
                isRootGone |= IsDeletedRoot(message, request.ThreadId);
                if (!PostKeyMetadata.Carries(message, request.Key) || message.StringAt("ts") is null)
                {
                    return false;
                }

                var owner = Ownership.Of(message, installation);
                isDoubtful |= owner == Owner.Unknown;
                return owner == Owner.Bot;
            },
            cancellationToken
        );
        return trouble switch
        {
            SlackAnswer.Error { Name: ThreadNotFound } => new Read(new FindOutcome.Absent()) { IsRootGone = true },
            not null => new Read(SlackOutcomes.Unanswered(trouble)),
            null when found is { } message && message.StringAt("ts") is { } ts => new Read(
                new FindOutcome.Found(ts, request.ThreadId is null ? ts : null)
            )
            {
                ThreadOf = message.StringAt("thread_ts"),
            },
            null when isDoubtful => new Read(
                new FindOutcome.CannotTell("a message bears the post's key, and Slack does not say whose it is")
            ),
            null when !isWhole => new Read(new FindOutcome.CannotTell("the channel is too busy to be read to its end")),
            null => new Read(new FindOutcome.Absent()) { IsRootGone = isRootGone },
        };
    }

    /// <summary>A deleted root with replies leaves a tombstone.</summary>
    private static bool IsDeletedRoot(JsonElement message, string? root) =>
        message.StringAt("ts") == root && message.StringAt("subtype") == "tombstone";

    private static string SecondsOf(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private sealed record Read(FindOutcome Outcome)
    {
        public bool IsRootGone { get; init; }

        /// <summary>The thread of the message found; null if it is in none.</summary>
        public string? ThreadOf { get; init; }
    }
}

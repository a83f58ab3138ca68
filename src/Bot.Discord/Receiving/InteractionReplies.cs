using System.Net;
using Bot.Chat.Calls;
using Bot.Discord.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving;

/// <summary>
/// Answers an interaction with its token. A person is waiting, so calls that are safe to repeat are retried, a few times and briefly; an
/// interaction that Discord has given up is dropped (faults E7).
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-followup-messages
/// </summary>
internal sealed partial class InteractionReplies(
    InteractionConnection connection,
    DiscordOptions options,
    TimeProvider time,
    ILogger<InteractionReplies> logger
)
{
    private const int Attempts = 3;

    /// <summary>https://discord.com/developers/docs/topics/opcodes-and-status-codes#json</summary>
    private const int AlreadyAnswered = 40060;

    /// <summary>How long an interaction waits for its callback.</summary>
    private static readonly TimeSpan Waiting = TimeSpan.FromSeconds(3);

    /// <summary>How much of that time has usually passed before the answer is ready.</summary>
    private static readonly TimeSpan AskingTakes = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>The callback, then what follows it in order.</summary>
    /// <param name="now">A whole callback.</param>
    /// <param name="more">Messages, as callbacks.</param>
    public async Task AnswerAsync(Interaction interaction, byte[] now, IReadOnlyList<byte[]> more, CancellationToken cancellationToken)
    {
        if (await CallBackAsync(interaction, now, cancellationToken))
        {
            await FollowUpAsync(interaction, more, cancellationToken);
        }
    }

    /// <summary>"Thinking" at once, replaced by the answer when it is ready.</summary>
    public async Task AnswerLaterAsync(
        Interaction interaction,
        byte[] deferred,
        Task<IReadOnlyList<byte[]>> later,
        CancellationToken cancellationToken
    )
    {
        if (!await CallBackAsync(interaction, deferred, cancellationToken))
        {
            return;
        }

        var parts = await later;
        if (parts.Count == 0)
        {
            await RepeatedAsync(interaction, HttpMethod.Delete, Original(interaction), default, cancellationToken);
        }
        else if (await RepeatedAsync(interaction, HttpMethod.Patch, Original(interaction), Callbacks.DataOf(parts[0]), cancellationToken))
        {
            await FollowUpAsync(interaction, parts.Skip(1), cancellationToken);
        }
    }

    /// <summary>
    /// False: Discord did not accept it, so nothing that follows would be accepted either. A failed call is retried once while the
    /// interaction still waits; if Discord then says that it was already answered, the first one arrived.
    /// </summary>
    public async Task<bool> CallBackAsync(Interaction interaction, byte[] callback, CancellationToken cancellationToken)
    {
        var path = $"interactions/{interaction.Id}/{Uri.EscapeDataString(interaction.Token)}/callback";
        var started = time.GetTimestamp();
        var first = await CallAsync(HttpMethod.Post, path, callback, cancellationToken);
        var wait = first is Exchange.Answered { RetryAfter: { } asked } && asked > AgainAfter ? asked : AgainAfter;
        if (WaitAfter(first) is null || time.GetElapsedTime(started) + wait > Waiting - AskingTakes)
        {
            return Taken(interaction, first);
        }

        await Task.Delay(wait, time, cancellationToken);
        var second = await CallAsync(HttpMethod.Post, path, callback, cancellationToken);
        return (second is Exchange.Answered answered && CodeOf(answered) == AlreadyAnswered) || Taken(interaction, second);
    }

    private async Task FollowUpAsync(Interaction interaction, IEnumerable<byte[]> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            // Not retried: follow-ups have no nonce, and a duplicate is worse than a missing one.
            if (!Taken(interaction, await CallAsync(HttpMethod.Post, Webhook(interaction), Callbacks.DataOf(part), cancellationToken)))
            {
                return;
            }
        }
    }

    /// <summary>For idempotent calls.</summary>
    private async Task<bool> RepeatedAsync(
        Interaction interaction,
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var exchange = await CallAsync(method, path, body, cancellationToken);
            if (attempt == Attempts || WaitAfter(exchange) is not { } wait)
            {
                return Taken(interaction, exchange);
            }

            await Task.Delay(wait * attempt, time, cancellationToken);
        }
    }

    /// <summary>Null: repeating it would change nothing.</summary>
    private static TimeSpan? WaitAfter(Exchange exchange) =>
        exchange switch
        {
            Exchange.Answered { Status: HttpStatusCode.TooManyRequests } limited => limited.RetryAfter is { } wait && wait > LongestWait
                ? null
                : limited.RetryAfter ?? Pause,
            Exchange.Answered answered => (int)answered.Status >= 500 ? Pause : null,
            _ => Pause,
        };

    private async Task<Exchange> CallAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await connection.SendAsync(method, path, body, either.Token);
    }

    private string Webhook(Interaction interaction) => $"webhooks/{options.ApplicationId}/{Uri.EscapeDataString(interaction.Token)}";

    private string Original(Interaction interaction) => Webhook(interaction) + "/messages/@original";

    private bool Taken(Interaction interaction, Exchange exchange)
    {
        switch (exchange)
        {
            case Exchange.Answered { Is2xx: true }:
                return true;
            case Exchange.Answered answered:
                // 10062 unknown interaction, 40060 already acknowledged, 10015 or 50027 when its token has expired.
                Log.Dropped(logger, interaction.Id, (int)answered.Status, CodeOf(answered));
                return false;
            case Exchange.NotSent notSent:
                Log.NotReached(logger, interaction.Id, notSent.Detail);
                return false;
            default:
                Log.NotReached(logger, interaction.Id, ((Exchange.Lost)exchange).Detail);
                return false;
        }
    }

    private static int CodeOf(Exchange.Answered answered) => answered.Json?.IntegerAt("code") ?? 0;

    private static partial class Log
    {
        [LoggerMessage(4120, LogLevel.Warning, "The answer to interaction {Interaction} was dropped: Discord said {Status} ({Code})")]
        public static partial void Dropped(ILogger logger, string interaction, int status, int code);

        [LoggerMessage(4121, LogLevel.Warning, "The answer to interaction {Interaction} was dropped: Discord was not reached ({Detail})")]
        public static partial void NotReached(ILogger logger, string interaction, string detail);
    }
}

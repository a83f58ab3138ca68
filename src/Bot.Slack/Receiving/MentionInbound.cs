using System.Text;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Receiving.People;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Rendering;
using Bot.Slack.Sending;
using Bot.Slack.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving;

/// <summary>
/// Answers <c>@bot funding xai</c> in the mention's thread, because Slack has no slash commands in threads, and what is written to the bot
/// in a direct message right there. The answer is visible to everybody there, like the question; failures, and replies for admins, go only
/// to the person who asked.
/// </summary>
internal sealed partial class MentionInbound(
    CommandService desk,
    CommandReader reader,
    SlackPeople people,
    SlackPlatform platform,
    SlackPacer pacer,
    SlackCalls calls,
    IInstallations installations,
    TimeProvider time,
    SlackOptions options,
    ILogger<MentionInbound> logger
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task AnswerAsync(SlackEvent mention, CancellationToken cancellationToken)
    {
        if (
            mention.IsNoPersons
            || mention.User.Length == 0
            || mention.User == mention.BotUser
            || mention.Channel.Length == 0
            || mention.Ts.Length == 0
        )
        {
            return;
        }

        var locale = people.LocaleOf(mention.TeamId, mention.User);
        var call = (reader.Read(SlackText.BehindMention(mention.Text, mention.BotUser), locale) ?? new CommandCall("help", "", locale)) with
        {
            Platform = PlatformId.Slack,
            Workspace = mention.TeamId,
            Channel = mention.Channel,
            User = mention.User,
        };
        var isPublic = false;
        var question = new Question(call, RequestIds.OfEvent(mention.Id) + ":call")
        {
            MayBeKept = false,
            IsAdmin = token => people.IsAdminAsync(call.Workspace, call.User, token),
        };
        var answer = await desk.AskAsync(question, Render, cancellationToken);
        IReadOnlyList<byte[]> parts =
            answer.Later is { } later ? await later
            : answer.Now is { } now ? [now, .. answer.More]
            : [];
        for (var part = 1; part <= parts.Count; part++)
        {
            var goes = isPublic
                ? await PostAsync(mention, parts[part - 1], part, cancellationToken)
                : await WhisperAsync(mention, parts[part - 1], cancellationToken);
            if (!goes)
            {
                return;
            }
        }

        IReadOnlyList<byte[]> Render(Reply reply, CommandCall _)
        {
            isPublic = reply.Succeeded && reply.Answers is { Subcommand.IsSameForAll: true };
            var message = options.Charts ? reply.Message : reply.Message with { Chart = null };
            return [.. SlackRenderer.Render(message).Select(Encoding.UTF8.GetBytes)];
        }
    }

    /// <summary>The thread of the mention; a mention in the channel itself starts one, a direct message does not.</summary>
    private static string? ThreadOf(SlackEvent mention) =>
        mention.ThreadTs.Length > 0 ? mention.ThreadTs
        : mention.IsDirect ? null
        : mention.Ts;

    private async Task<bool> PostAsync(SlackEvent mention, byte[] payload, int part, CancellationToken cancellationToken)
    {
        var channel = new ChannelAddress(PlatformId.Slack, mention.TeamId, mention.Channel);
        var now = time.GetUtcNow();
        var key = PostKey.Of(0, "mention", DateOnly.FromDateTime(now.UtcDateTime), mention.Id, part);
        var request = new SendRequest(channel, ThreadOf(mention), key, Encoding.UTF8.GetString(payload), now);
        for (var tried = 1; ; tried++)
        {
            using var turn = await pacer.WaitAsync(platform.TokenFor(mention.TeamId), request, SendCall.Send, cancellationToken);
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var outcome = await platform.SendAsync(request, either.Token);
            switch (outcome)
            {
                case SendOutcome.Sent:
                    return true;
                case SendOutcome.RetryAfter { After: var after } when tried == 1 && (after ?? TimeSpan.Zero) <= LongestWait:
                    turn.Dispose();
                    await Task.Delay(after ?? TimeSpan.FromSeconds(1), time, cancellationToken);
                    break;
                default:
                    // Do not post an answer again that may already be there.
                    Log.NotPosted(logger, outcome.GetType().Name);
                    return false;
            }
        }
    }

    private async Task<bool> WhisperAsync(SlackEvent mention, byte[] payload, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(PlatformId.Slack, mention.TeamId, cancellationToken) is not { } installation)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var arguments = SlackReply.With("channel", mention.Channel, SlackReply.With("user", mention.User, payload));
        // Outside a thread it is shown next to the question.
        if (mention.ThreadTs.Length > 0)
        {
            arguments = SlackReply.With("thread_ts", mention.ThreadTs, arguments);
        }

        var answer = await calls.PostJsonAsync("chat.postEphemeral", installation, arguments, either.Token);
        if (answer is not SlackAnswer.Ok)
        {
            Log.NotPosted(logger, answer is SlackAnswer.Error error ? error.Name : "no answer");
        }

        return answer is SlackAnswer.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(3141, LogLevel.Warning, "The answer to a mention could not be posted ({Reason})")]
        public static partial void NotPosted(ILogger logger, string reason);
    }
}

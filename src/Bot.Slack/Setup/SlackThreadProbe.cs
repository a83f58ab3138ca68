using Bot.Chat.Calls;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Sending;

namespace Bot.Slack.Setup;

/// <summary>
/// Asks conversations.replies whether a thread's root exists (https://docs.slack.dev/reference/methods/conversations.replies). A root that
/// was deleted while it had replies is returned as a tombstone.
/// </summary>
public sealed class SlackThreadProbe(SlackCalls calls, IInstallations installations, TimeProvider time) : IThreadProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public PlatformId Platform => PlatformId.Slack;

    public async Task<ThreadProbe> ProbeAsync(ChannelAddress channel, string threadId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Installation? installation;
        try
        {
            installation = await installations.FindAsync(PlatformId.Slack, channel.Workspace, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new ThreadProbe(ThreadStanding.Unanswered, failure.GetType().Name);
        }

        if (installation is null)
        {
            return new ThreadProbe(ThreadStanding.Unanswered, "the bot is not installed there");
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        return Judge(
            threadId,
            await calls.PostFormAsync(
                "conversations.replies",
                installation,
                [new("channel", channel.Channel), new("ts", threadId), new("limit", "1"), new("inclusive", "true")],
                either.Token
            )
        );
    }

    internal static ThreadProbe Judge(string root, SlackAnswer answer) =>
        answer switch
        {
            SlackAnswer.Ok ok => ok.Body.ListAt("messages").FirstOrDefault(message => message.TextAt("ts") == root) switch
            {
                // Its absence proves nothing: pages may be short.
                { ValueKind: not System.Text.Json.JsonValueKind.Object } => new(ThreadStanding.Unanswered, "the root is not in the answer"),
                var first when first.TextAt("subtype") == "tombstone" => new(ThreadStanding.Gone, "tombstone"),
                var first when first.FlagAt("is_locked") => new(ThreadStanding.Locked, "is_locked"),
                _ => new(ThreadStanding.Open),
            },
            SlackAnswer.Error error => SlackErrors.ClassOf(error.Name) switch
            {
                SlackErrorClass.Target => new(ThreadStanding.Gone, error.Detail),
                SlackErrorClass.Thread => new(ThreadStanding.Locked, error.Detail),
                _ => new(ThreadStanding.Unanswered, error.Detail),
            },
            _ => new(ThreadStanding.Unanswered, SlackOutcomes.Words(answer)),
        };
}

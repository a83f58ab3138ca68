using System.Text.Json;
using Bot.Chat.Installations;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Rendering;

namespace Bot.Slack.Sending;

/// <summary>Slack as a platform: posts carry their key as metadata, and a thread is identified by its root's <c>ts</c>.</summary>
public sealed class SlackPlatform(
    SlackCalls calls,
    SlackWorkspaces workspaces,
    SlackLookup lookup,
    ContentsLinks links,
    IOperatorAlerts alerts
) : IPlatform
{
    public PlatformId Id => PlatformId.Slack;

    public PlatformClock Clock => calls.Clock;

    /// <summary>High, because threads wait nearly all the time, each for its own channel.</summary>
    public SendWidth Width { get; } = new(1024, 512);

    public string TokenFor(string workspace) => SlackTokens.NameOf(workspace);

    public IReadOnlyList<string> Render(Message message) => SlackRenderer.Render(message);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (MessageArguments.Parse(request.Payload) is not { } payload)
        {
            return NoPayload;
        }

        var (installation, trouble) = await workspaces.FindAsync(request.Channel.Workspace, cancellationToken);
        if (installation is null)
        {
            return trouble!;
        }

        var answer = await PlainerIfRefusedAsync(
            request,
            payload,
            forUpdate: false,
            form => calls.PostJsonAsync("chat.postMessage", installation, MessageArguments.ToPost(request, form), cancellationToken)
        );
        if (
            answer is SlackAnswer.Ok ok
            && ok.Text("ts") is { } ts
            && request.ThreadId is { } asked
            && ok.Text("message", "thread_ts") != asked
        )
        {
            return await SettleAsync(request, installation, ts, cancellationToken);
        }

        return SlackOutcomes.Of(
            answer,
            accepted =>
                accepted.Text("ts") is { } id
                    ? new SendOutcome.Sent(id, request.ThreadId is null ? id : null)
                    : new SendOutcome.Unknown("accepted, without a ts")
        );
    }

    public async Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (installation, trouble) = await workspaces.FindAsync(request.Channel.Workspace, cancellationToken);
        return installation is null
            ? new FindOutcome.RetryAfter(
                null,
                trouble is SendOutcome.Rejected rejected ? rejected.Detail : "the installation could not be read"
            )
            : await lookup.FindAsync(request, installation, cancellationToken);
    }

    public async Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (MessageArguments.Parse(request.Payload) is not { } payload)
        {
            return NoPayload;
        }

        var (installation, trouble) = await workspaces.FindAsync(request.Channel.Workspace, cancellationToken);
        if (installation is null)
        {
            return trouble!;
        }

        // A correction must not be overwritten by links made for the previous text.
        await links.ForgetAsync(request.Channel, messageId, cancellationToken);
        var answer = await PlainerIfRefusedAsync(
            request,
            payload,
            forUpdate: true,
            form =>
                calls.PostJsonAsync(
                    "chat.update",
                    installation,
                    MessageArguments.ToUpdate(request.Channel.Channel, messageId, form),
                    cancellationToken
                )
        );
        return SlackOutcomes.OfChange(answer, messageId);
    }

    public async Task<SendOutcome> DeleteAsync(
        ChannelAddress channel,
        string? threadId,
        string messageId,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (installation, trouble) = await workspaces.FindAsync(channel.Workspace, cancellationToken);
        if (installation is null)
        {
            return trouble!;
        }

        return await DeleteAsync(channel, installation, messageId, cancellationToken);
    }

    private static SendOutcome.Rejected NoPayload { get; } = new(RejectReason.PayloadRefused, "The payload is not one of Slack's.");

    private async Task<SendOutcome> DeleteAsync(
        ChannelAddress channel,
        Installation installation,
        string ts,
        CancellationToken cancellationToken
    )
    {
        var answer = await calls.PostJsonAsync(
            "chat.delete",
            installation,
            MessageArguments.ToDelete(channel.Channel, ts),
            cancellationToken
        );
        return answer is SlackAnswer.Error { Name: "message_not_found" } ? new SendOutcome.Sent(ts) : SlackOutcomes.OfChange(answer, ts);
    }

    /// <summary>
    /// Sends the payload. If Slack refuses its content, sends the same words once in a plainer form; the refusal posted nothing, so that
    /// is not a second message.
    /// </summary>
    private async Task<SlackAnswer> PlainerIfRefusedAsync(
        SendRequest request,
        JsonElement payload,
        bool forUpdate,
        Func<JsonElement, Task<SlackAnswer>> call
    )
    {
        var answer = await call(payload);
        if (
            answer is not SlackAnswer.Error refused
            || !SlackErrors.MayPassPlainer(refused.Name)
            || PlainerForm.Of(payload, forUpdate) is not { } plainer
        )
        {
            return answer;
        }

        answer = await call(plainer);
        if (answer is SlackAnswer.Ok)
        {
            // Reported once, however many channels get it.
            alerts.Raise(
                new OperatorAlert(
                    "payload-refused",
                    $"payload:{PayloadHash.Of(Id, request.Payload)}",
                    $"{refused.Detail}: posted in a plainer form"
                )
            );
        }

        return answer;
    }

    /// <summary>
    /// Handles an answer that does not say that the reply is in its thread. If the root was deleted, Slack does not refuse the reply but
    /// shows it at the top level of the channel (https://github.com/slack-go/slack/issues/1571), where it does not belong. But an answer
    /// may lack a field for other reasons, and a deletion is final, so Slack is asked first.
    /// </summary>
    private async Task<SendOutcome> SettleAsync(
        SendRequest request,
        Installation installation,
        string ts,
        CancellationToken cancellationToken
    )
    {
        switch (await lookup.PlaceAsync(request, installation, ts, cancellationToken))
        {
            case ReplyPlace.InThread:
                return new SendOutcome.Sent(ts);
            case ReplyPlace.Stray:
                const string gone = "the thread's first message was deleted";
                return new SendOutcome.Rejected(
                    RejectReason.ThreadGone,
                    await DeleteAsync(request.Channel, installation, ts, cancellationToken) is SendOutcome.Sent
                        ? $"{gone}; the reply that appeared in the channel was taken down"
                        : $"{gone}; the reply stands in the channel and could not be taken down"
                );
            default:
                return new SendOutcome.Unknown("accepted, and Slack does not say whether in its thread");
        }
    }
}

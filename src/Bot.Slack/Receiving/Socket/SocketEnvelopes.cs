using Bot.Chat.Answering;
using Bot.Chat.Calls;
using Bot.Slack.Receiving.Replying;

namespace Bot.Slack.Receiving.Socket;

/// <summary>Passes an envelope's content to the same receivers as HTTP does.</summary>
internal sealed class SocketEnvelopes(
    CommandInbound commands,
    InteractionInbound interactions,
    EventInbound events,
    ResponseUrls responses,
    LateWork late
)
{
    private static readonly byte[] Nothing = [];

    /// <summary>The acknowledgement's payload, possibly empty. Null: it was not taken, and Slack may send it again.</summary>
    public ValueTask<byte[]?> ReceiveAsync(SocketFrame frame) =>
        frame.Type switch
        {
            "slash_commands" => AnswerAsync(frame),
            "interactive" => new(interactions.Receive(SlackInteraction.FromJson(frame.Payload))),
            "events_api" => new(events.Receive(SlackEvent.FromJson(frame.Payload)) ? Nothing : null),
            _ => new(Nothing),
        };

    /// <summary>
    /// Sends a command's answer through its response address if the acknowledgement did not reach Slack or may not carry it.
    /// </summary>
    public async Task MakeUpAsync(SocketFrame frame, byte[] answer)
    {
        if (frame.Type == "slash_commands" && answer.Length > 0)
        {
            await responses.PostAsync(frame.Payload.TextAt("response_url"), [answer], late.Stopping);
        }
    }

    private async ValueTask<byte[]?> AnswerAsync(SocketFrame frame) => await commands.ReceiveAsync(SlackCommand.FromJson(frame.Payload));
}

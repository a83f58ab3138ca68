using Bot.Chat.Answering;
using Bot.Chat.Calls;
using Bot.Slack.Receiving.Replying;

namespace Bot.Slack.Receiving.Socket;

/// <summary>Hands what an envelope holds to the same receivers that HTTP has.</summary>
internal sealed class SocketEnvelopes(
    CommandInbound commands,
    InteractionInbound interactions,
    EventInbound events,
    ResponseUrls responses,
    LateWork late
)
{
    private static readonly byte[] Nothing = [];

    /// <summary>What the acknowledgement carries, maybe nothing. Null: it is not taken, and Slack may send it again.</summary>
    public ValueTask<byte[]?> ReceiveAsync(SocketFrame frame) =>
        frame.Type switch
        {
            "slash_commands" => AnswerAsync(frame),
            "interactive" => new(interactions.Receive(SlackInteraction.FromJson(frame.Payload))),
            "events_api" => new(events.Receive(SlackEvent.FromJson(frame.Payload)) ? Nothing : null),
            _ => new(Nothing),
        };

    /// <summary>
    /// The answer to a command goes over its response address where the acknowledgement did not reach Slack or may not carry it.
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

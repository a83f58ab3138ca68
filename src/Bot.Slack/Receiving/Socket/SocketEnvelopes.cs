using System.Diagnostics;
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
    private static readonly ActivitySource Traces = new("Bot.Slack");

    /// <summary>The acknowledgement's payload, possibly empty. Null: it was not taken, and Slack may send it again.</summary>
    public async ValueTask<byte[]?> ReceiveAsync(SocketFrame frame)
    {
        // Over HTTP the request's own span is the trace's top.
        using var tracing = Traces.StartActivity("slack envelope", ActivityKind.Server)?.SetTag("bot.slack.envelope", frame.Type);
        return frame.Type switch
        {
            "slash_commands" => await commands.ReceiveAsync(SlackCommand.FromJson(frame.Payload)),
            "interactive" => interactions.Receive(SlackInteraction.FromJson(frame.Payload)),
            "events_api" => events.Receive(SlackEvent.FromJson(frame.Payload)) ? Nothing : null,
            _ => Nothing,
        };
    }

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
}

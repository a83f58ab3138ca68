using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Emulators.Slack.Outbound;
using Bot.Slack.Api;
using Bot.Slack.Receiving;
using Bot.Slack.Receiving.Socket;
using Bot.Slack.Sending;
using Bot.Slack.Setup;
using Bot.Testing;
using CsCheck;

namespace Bot.Slack.Tests.Receiving;

/// <summary>
/// Whatever JSON arrives, over HTTP, over the socket, or as an answer: nothing throws, nothing ends, and nothing is believed that was not
/// said.
/// </summary>
public sealed class MutatedPayloadsTests
{
    private static readonly string[] Events =
    [
        """{"type":"event_callback","event_id":"Ev9","event_time":1767225600,"team_id":"T1","authorizations":[{"team_id":"T1","user_id":"UB"}],"event":{"type":"app_mention","user":"U1","channel":"C1","ts":"1.1","text":"<@UB> funding"}}""",
        """{"type":"event_callback","event_id":"Ev8","event_time":1767225600,"team_id":"T1","authorizations":[],"event":{"type":"tokens_revoked","tokens":{"bot":["UB"]}}}""",
        """{"type":"event_callback","event_id":"Ev7","event_time":1767225600,"team_id":"T1","event":{"type":"app_uninstalled"}}""",
        """{"type":"url_verification","challenge":"c"}""",
    ];

    private static readonly string[] Interactions =
    [
        """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","name":"hanako"},"channel":{"id":"C1"},"container":{"message_ts":"1.1","thread_ts":"1.0"},"response_url":"https://hooks.slack.com/x","trigger_id":"t","actions":[{"value":"1a|funding|us-ai|20260106|xai"}]}""",
        """{"type":"block_suggestion","team":{"id":"T1"},"user":{"id":"U1"},"value":"x"}""",
    ];

    private static readonly string[] Frames =
    [
        """{"type":"hello","debug_info":{"approximate_connection_time":3600},"num_connections":1}""",
        """{"type":"disconnect","reason":"warning"}""",
        """{"type":"events_api","envelope_id":"e1","accepts_response_payload":false,"retry_attempt":1,"payload":{"type":"event_callback"}}""",
        """{"type":"slash_commands","envelope_id":"e2","accepts_response_payload":true,"payload":{"command":"/funding","text":"xai","team_id":"T1","user_id":"U1"}}""",
    ];

    private static readonly string[] Answers =
    [
        """{"ok":true,"channel":{"id":"C1","name":"n","is_member":true,"is_archived":false},"ts":"1.1","message":{"thread_ts":"1.0"},"team_id":"T1","user_id":"U1","bot_id":"B1"}""",
        """{"ok":false,"error":"missing_scope","needed":"chat:write","errors":["a"],"response_metadata":{"messages":["b"]}}""",
        """{"ok":true,"messages":[{"ts":"1.0","bot_id":"B1","metadata":{"event_type":"briefing_post","event_payload":{"key":"k"}}}],"response_metadata":{"next_cursor":""}}""",
        """{"ok":true,"user":{"id":"U1","locale":"ja-JP","is_admin":true,"team_id":"T1","profile":{"display_name":"x"}}}""",
    ];

    [Fact]
    public void H16_Mutated_frames_and_payloads_are_read_without_a_fault() =>
        Gen.Int.Sample(
            seed =>
            {
                using var document = PayloadJson.Parse(
                    Encoding.UTF8.GetBytes(JsonMutations.Of([.. Events, .. Interactions, .. Frames, .. Answers], seed))
                );
                if (document?.RootElement is not { } root)
                {
                    return;
                }

                var received = SlackEvent.FromJson(root);
                Assert.True(received.HappenedAt is null || received.HappenedAt > DateTimeOffset.UnixEpoch);
                _ = SlackInteraction.FromJson(root);
                _ = SlackCommand.FromJson(root);
                var frame = SocketFrame.Of(root);
                Assert.InRange(frame.AnnouncedLife, 0, 1e6);
                _ = SocketFrame.Acknowledgement(frame.EnvelopeId, []);
            },
            iter: 5_000
        );

    [Fact]
    public void H16_Mutated_answers_of_the_Web_API_are_never_taken_for_more_than_they_say() =>
        Gen.Select(Gen.Int, Gen.OneOf(200, 400, 401, 403, 404, 413, 429, 500))
            .Sample(
                (seed, status) =>
                {
                    var answer = SlackAnswer.Of(Answered(status, JsonMutations.Of(Answers, seed)));
                    var outcome = SlackOutcomes.Of(
                        answer,
                        ok => ok.Text("ts") is { } ts ? new SendOutcome.Sent(ts) : new SendOutcome.Unknown("no ts")
                    );
                    Assert.True(outcome is not SendOutcome.Sent sent || sent.MessageId.Length >= 0);
                    Assert.True(answer is not SlackAnswer.Ok || status == 200);
                    // Only Slack's own errors may pause or cancel anything.
                    if (outcome is SendOutcome.Rejected { Reason: not (RejectReason.Other or RejectReason.PayloadRefused) })
                    {
                        Assert.IsType<SlackAnswer.Error>(answer);
                    }

                    _ = SlackOutcomes.Unanswered(answer is SlackAnswer.Ok ? new SlackAnswer.Unclear("") : answer);
                    Assert.Equal(
                        answer is SlackAnswer.Error error && SlackErrors.ClassOf(error.Name) == SlackErrorClass.Token,
                        SlackTokenProbe.Judge(answer).Standing == TokenStanding.Refused
                    );
                    var thread = SlackThreadProbe.Judge("1.0", answer);
                    Assert.True(thread.Standing != ThreadStanding.Gone || answer is SlackAnswer.Ok or SlackAnswer.Error);
                },
                iter: 5_000
            );

    [Fact]
    public async Task H16_After_any_signed_payloads_the_bot_still_answers()
    {
        await using var listening = await Listening.StartAsync();
        var urls = listening.Slack.Urls;
        await Gen.Int.SampleAsync(
            async seed =>
            {
                Assert.InRange(await StatusAsync(urls.Events!, JsonMutations.Of(Events, seed), "application/json"), 200, 499);
                Assert.InRange(
                    await StatusAsync(
                        urls.Interactions!,
                        "payload=" + Uri.EscapeDataString(JsonMutations.Of(Interactions, seed)),
                        "application/x-www-form-urlencoded"
                    ),
                    200,
                    499
                );
            },
            iter: 150,
            threads: 1
        );

        Assert.Contains("funding: xai", (await listening.TypeAsync("/funding", "xai")).Sent.Body, StringComparison.Ordinal);

        async Task<int> StatusAsync(Uri address, string body, string type) =>
            (
                await listening.Slack.Bot.SendAsync(
                    address,
                    Encoding.UTF8.GetBytes(body),
                    type,
                    SignatureKind.Good,
                    new Dictionary<string, string>(),
                    Listening.Cancellation
                )
            ).Status;
    }

    private static Exchange.Answered Answered(int status, string body)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        JsonElement? json = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // As for the connection: not JSON.
        }

        return new Exchange.Answered((HttpStatusCode)status, json, null, response.Headers);
    }
}

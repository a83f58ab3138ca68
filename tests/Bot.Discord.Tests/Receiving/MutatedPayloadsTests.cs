using System.Text;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving;
using Bot.Discord.Receiving.Gateway;
using Bot.Discord.Rendering;
using Bot.Discord.Sending;
using Bot.Discord.Setup;
using Bot.Testing;
using CsCheck;
using Bench = Bot.Discord.Tests.Receiving.ReceivingBench;

namespace Bot.Discord.Tests.Receiving;

/// <summary>
/// Whatever JSON arrives, over the gateway, over HTTP, or as an answer: nothing throws, nothing ends, and nothing is believed that was not
/// said.
/// </summary>
public sealed class MutatedPayloadsTests
{
    private static readonly string[] Frames =
    [
        """{"op":10,"d":{"heartbeat_interval":41250}}""",
        """{"op":0,"s":1,"t":"READY","d":{"session_id":"abc","resume_gateway_url":"wss://gateway.discord.example","guilds":[]}}""",
        """{"op":0,"s":2,"t":"GUILD_CREATE","d":{"id":"1456000000000000001","unavailable":false}}""",
        """{"op":0,"s":3,"t":"GUILD_DELETE","d":{"id":"1456000000000000001"}}""",
        """{"op":0,"s":4,"t":"INTERACTION_CREATE","d":{"id":"1456000000000000101","type":2,"token":"t","guild_id":"1456000000000000001","member":{"permissions":"32","user":{"id":"1"}},"data":{"name":"funding","options":[{"name":"company","type":3,"value":"xAI"}]}}}""",
    ];

    private static readonly string[] Answers =
    [
        """{"id":"1456000000000000201","type":0,"guild_id":"1456000000000000001","name":"c","flags":16,"permission_overwrites":[{"id":"1","type":0,"allow":"0","deny":"1024"}],"thread_metadata":{"locked":false,"archived":true}}""",
        """{"message":"Unknown Channel","code":10003}""",
        """{"message":"Invalid Form Body","code":50035,"errors":{"components":{"0":{"content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"x"}]}}}}}""",
        """{"message":"You are being rate limited.","retry_after":1.5,"global":false,"code":0}""",
        """{"url":"wss://gateway.discord.example","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}""",
        """{"id":"1456000000000000301","author":{"id":"1456000000000000001"},"components":[{"id":1200000000,"type":17,"components":[{"type":10,"content":"x"}]}]}""",
    ];

    [Fact]
    public void H16_Mutated_frames_of_the_gateway_are_read_without_a_fault() =>
        Gen.Int.Sample(
            seed =>
            {
                if (GatewayFrame.TryRead(Encoding.UTF8.GetBytes(JsonMutations.Of(Frames, seed))) is not { } frame)
                {
                    return;
                }

                var session = GatewaySession.Of(frame.Data, 1);
                Assert.True(session is null || session.ResumeUrl.Scheme is "ws" or "wss");
                Assert.True(
                    GatewayConnection.IntervalOf(frame) is not { } interval
                        || (interval > TimeSpan.Zero && interval <= TimeSpan.FromMinutes(10))
                );
                var interaction = InteractionReader.TryRead(frame.Data.Span);
                Assert.True(interaction is null || interaction.Type != 0);
            },
            iter: 5_000
        );

    [Fact]
    public void H16_Mutated_answers_are_never_taken_for_more_than_they_say() =>
        Gen.Select(Gen.Int, Gen.OneOf(400, 401, 403, 404, 413, 422))
            .Sample(
                (seed, status) =>
                {
                    using var document = Parsed(JsonMutations.Of(Answers, seed));
                    var json = document?.RootElement;
                    var code = json?.IntegerAt("code") ?? 0;
                    var refused = new DiscordAnswer.Refused(status, code, json is { } body ? FormErrors.First(body) ?? "" : "");
                    // Only one of Discord's own codes, or its bare 401, proves anything.
                    Assert.True(
                        code != 0 || status is 401 or 413 || refused.Error == DiscordError.Other,
                        $"{status}/{code} {refused.Error}"
                    );
                    if (json is not { } read)
                    {
                        return;
                    }

                    var accepted = new DiscordAnswer.Accepted(200, read);
                    Assert.True(DiscordTokenProbe.Judge(accepted).Standing != TokenStanding.Refused);
                    Assert.True(
                        DiscordThreadProbe.Judge("1456000000000000201", accepted).Standing
                            is ThreadStanding.Open
                                or ThreadStanding.Unanswered
                                or ThreadStanding.Locked
                    );
                    _ = DiscordApplication.Of(read);
                    _ = MessageTexts.Of(read).Count();
                    _ = PostMark.In(read);
                    _ = DiscordLookup.IsIt(
                        read,
                        "1456000000000000001",
                        PostKey.Of(1, "us-ai", new DateOnly(2026, 1, 6), "root", 1),
                        DiscordPayload.TryParse(Payload)!
                    );
                },
                iter: 5_000
            );

    [Fact]
    public async Task H16_After_any_signed_interaction_the_bot_still_answers()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var sample = Samples.Command("funding");
        await Gen.Int.SampleAsync(
            async seed =>
                Assert.InRange(
                    (
                        await bench.Discord.People.PostAsync(
                            Encoding.UTF8.GetBytes(JsonMutations.Of([sample], seed)),
                            cancellationToken: Bench.Cancellation
                        )
                    ).Status,
                    200,
                    499
                ),
            iter: 150,
            threads: 1
        );

        Assert.Equal(
            200,
            (await bench.Discord.People.PostAsync(Encoding.UTF8.GetBytes(sample), cancellationToken: Bench.Cancellation)).Status
        );
    }

    [Fact]
    public async Task H16_After_any_frames_the_gateway_still_answers()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Gateway);
        await bench.SeenAsync("ready");
        for (var seed = 0; seed < 300; seed++)
        {
            // Neither an order to end the connection nor a sequence beyond those to come.
            var frame = JsonMutations.Of(Frames, seed).Replace("\"s\":", "\"was\":", StringComparison.Ordinal);
            if (!frame.Contains("\"op\":1.5", StringComparison.Ordinal))
            {
                bench.Discord.Gateway.SendRaw(frame);
            }
        }

        var asked = await bench.Discord.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = "xAI" });
        await asked.AnsweredAsync(Bench.Deadline, Bench.Cancellation);
        Assert.Null(asked.Failure);
    }

    private static string Payload { get; } = DiscordRenderer.Render(Rendering.Compose.Said("x"))[0].ToPayload();

    private static JsonDocument? Parsed(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

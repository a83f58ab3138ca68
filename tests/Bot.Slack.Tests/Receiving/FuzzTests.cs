using System.Text;
using Bot.Emulators.Slack.Outbound;
using CsCheck;

namespace Bot.Slack.Tests.Receiving;

public sealed class FuzzTests
{
    private static readonly string[] Names = ["command", "text", "payload", "team_id", "ssl_check", "trigger_id", "x"];

    private static readonly Gen<string> Json = Gen.OneOf(
        Gen.String[0, 40],
        Gen.Const(
            """{"type":"block_actions","actions":[{"value":"1a|funding|us-ai|20260106|xai"}],"user":{"id":"U1"},"team":{"id":"T1"}}"""
        ),
        Gen.Const(
            """{"type":"event_callback","event_id":"Ev9","team_id":"T1","event":{"type":"app_mention","user":"U1","channel":"C1","ts":"1.1","text":"<@U1>"}}"""
        ),
        Gen.Select(
            Gen.String[0, 8],
            Gen.String[0, 8],
            (name, value) => $$"""{"type":{"{{name}}":["{{value}}"]},"event":[{}],"actions":[[]]}"""
        )
    );

    private static readonly Gen<byte[]> Body = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Json.Select(Encoding.UTF8.GetBytes),
        Gen.Select(Gen.Int[0, Names.Length - 1].Select(at => Names[at]), Gen.OneOf(Json, Gen.String[0, 60]))
            .Array[0, 8]
            .Select(fields =>
                Encoding.UTF8.GetBytes(
                    string.Join('&', fields.Select(field => $"{field.Item1}={Uri.EscapeDataString(Whole(field.Item2))}"))
                )
            ),
        Gen.Select(Json.Select(Encoding.UTF8.GetBytes), Gen.Int[0, 200], Gen.Byte, Damaged)
    );

    [Fact]
    public async Task E12_Whatever_signed_bytes_arrive_the_bot_does_not_fail()
    {
        await using var listening = await Listening.StartAsync();
        var urls = listening.Slack.Urls;
        await Body.SampleAsync(
            async body =>
            {
                foreach (var address in new[] { urls.Commands!, urls.Interactions!, urls.Events! })
                {
                    var sent = await listening.Slack.Bot.SendAsync(
                        address,
                        body,
                        "application/x-www-form-urlencoded",
                        SignatureKind.Good,
                        new Dictionary<string, string>(),
                        Listening.Cancellation
                    );
                    Assert.InRange(sent.Status, 200, 499);
                }
            },
            iter: 300,
            threads: 1
        );
        // And it still answers.
        Assert.Contains("funding: xai", (await listening.TypeAsync("/funding", "xai")).Sent.Body, StringComparison.Ordinal);
    }

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[] Damaged(byte[] bytes, int at, byte with)
    {
        if (bytes.Length > 0)
        {
            bytes = [.. bytes];
            bytes[at % bytes.Length] = with;
        }

        return bytes;
    }
}

using System.Text.Json;
using Bot.Chat.Diagnosis;
using Bot.Discord.Api;
using Bot.Discord.Setup;

namespace Bot.Discord.Tests.Setup;

public class DiscordCheckTests
{
    private const string Id = "1456000000000000001";
    private const string Key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [Theory]
    [InlineData(DiscordMode.Gateway, "", Verdict.Ok)]
    [InlineData(DiscordMode.Gateway, "https://old.example/discord/interactions", Verdict.Failed)]
    [InlineData(DiscordMode.Http, "", Verdict.Failed)]
    [InlineData(DiscordMode.Http, "https://bot.example/discord/interactions", Verdict.Ok)]
    [InlineData(DiscordMode.Http, "https://bot.example/elsewhere", Verdict.Warning)]
    public void Where_interactions_go_must_be_where_the_bot_listens(DiscordMode mode, string url, Verdict expected) =>
        Assert.Equal(expected, Findings(mode, url)[^1].Verdict);

    [Fact]
    public void An_address_that_silences_the_gateway_is_named_with_what_to_do()
    {
        var text = Findings(DiscordMode.Gateway, "https://old.example/discord/interactions?x=secret")[^1].Text;

        Assert.Contains("old.example", text.English, StringComparison.Ordinal);
        Assert.Contains("clear Interactions Endpoint URL", text.English, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text.English, StringComparison.Ordinal);
        Assert.Contains("Interactions Endpoint URL を空にする", text.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_of_another_application_and_another_key_are_found()
    {
        var application = DiscordApplication.Of(
            Json($$"""{"id":"1456000000000000099","name":"Other","verify_key":"{{new string('0', 64)}}"}""")
        )!;

        var findings = DiscordCheck.Of(application, new DiscordOptions { ApplicationId = Id, PublicKey = Key }).ToList();

        Assert.Equal(2, findings.Count(finding => finding.Verdict == Verdict.Failed));
        Assert.Contains("1456000000000000099", findings[0].Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_former_key_may_still_be_the_one_that_Discord_has()
    {
        var application = DiscordApplication.Of(Json($$"""{"id":"{{Id}}","name":"B","verify_key":"{{Key}}"}"""))!;

        Assert.DoesNotContain(
            DiscordCheck.Of(
                application,
                new DiscordOptions
                {
                    ApplicationId = Id,
                    PublicKey = new string('1', 64),
                    PreviousPublicKey = Key.ToUpperInvariant(),
                }
            ),
            finding => finding.Verdict == Verdict.Failed
        );
    }

    [Theory]
    [InlineData("""{"shards":1}""", Verdict.Ok)]
    [InlineData("""{"shards":3}""", Verdict.Warning)]
    [InlineData("""{"shards":"many"}""", null)]
    public void How_many_connections_Discord_recommends_is_said(string answer, Verdict? expected)
    {
        var findings = DiscordCheck.Shards(new DiscordAnswer.Accepted(200, Json(answer))).ToList();

        Assert.Equal(expected, findings.Count == 0 ? (Verdict?)null : Assert.Single(findings).Verdict);
        Assert.Empty(DiscordCheck.Shards(new DiscordAnswer.NotSent("away")));
    }

    private static List<Finding> Findings(DiscordMode mode, string url)
    {
        var address = url.Length == 0 ? "null" : $"\"{url}\"";
        return
        [
            .. DiscordCheck.Of(
                DiscordApplication.Of(
                    Json(
                        $$"""{"id":"{{Id}}","name":"Briefings","verify_key":"{{Key}}","interactions_endpoint_url":{{address}},"flags":0}"""
                    )
                )!,
                new DiscordOptions
                {
                    ApplicationId = Id,
                    PublicKey = Key,
                    Mode = mode,
                }
            ),
        ];
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}

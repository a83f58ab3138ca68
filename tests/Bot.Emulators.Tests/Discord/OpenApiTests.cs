using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Tests.Discord;

public sealed class OpenApiTests
{
    [Theory]
    [InlineData("MessageCreateRequest", """{"content":"x","nonce":"n","enforce_nonce":true,"allowed_mentions":{"parse":[]},"unknown":1}""")]
    [InlineData(
        "MessageCreateRequest",
        """{"flags":32768,"components":[{"type":17,"accent_color":255,"components":[{"type":10,"content":"x"},{"type":14}]}]}"""
    )]
    [InlineData("CreateTextThreadWithMessageRequest", """{"name":"t","auto_archive_duration":1440}""")]
    [InlineData(
        "ApplicationCommandUpdateRequest[]",
        """[{"name":"a","description":"d","default_member_permissions":"32","options":[{"type":3,"name":"o","description":"d"}]}]"""
    )]
    public void What_is_right_passes(string schema, string body) => Assert.Null(Judge(schema, body));

    [Theory]
    [InlineData("MessageCreateRequest", """{"content":5}""")]
    [InlineData("MessageCreateRequest", """{"content":"x","tts":"no"}""")]
    [InlineData("MessageCreateRequest", """{"components":[{"type":17,"components":[{"type":2,"style":1}]}]}""")]
    [InlineData("CreateTextThreadWithMessageRequest", """{"name":"t","auto_archive_duration":61}""")]
    [InlineData("ApplicationCommandUpdateRequest[]", """[{"description":"d"}]""")]
    public void What_is_wrong_is_refused_with_its_place(string schema, string body)
    {
        var refusal = Judge(schema, body);
        Assert.NotNull(refusal);
        Assert.Equal("OPENAPI", (string?)refusal.Body["errors"]!["_errors"]![0]!["code"]);
    }

    [Fact]
    public async Task A_request_is_judged_and_nothing_is_changed()
    {
        await using var talk = await Talk.BeginAsync();
        Assert.SkipWhen(talk.Server.OpenApi is null, "BOT_SHARED names no folder with Discord's description.");
        var said = await talk.SayAsync("POST", Talk.Channel + "/messages", new JsonObject { ["content"] = "x", ["tts"] = "no" });
        Assert.Equal(50035, said.Code);
        Assert.Equal("OPENAPI", said.ErrorAt());
        Assert.Empty(talk.Server.Messages.All);
    }

    private static Emulators.Discord.Rest.RefusalException? Judge(string schema, string body)
    {
        var bodies = OpenApiBodies.Find();
        Assert.SkipWhen(bodies is null, "BOT_SHARED names no folder with Discord's description.");
        return bodies!.Judge(schema, JsonNode.Parse(body));
    }
}

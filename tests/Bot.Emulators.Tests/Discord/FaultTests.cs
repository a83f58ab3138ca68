using System.Net;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;

namespace Bot.Emulators.Tests.Discord;

public sealed class FaultTests
{
    [Fact]
    public async Task A_message_is_kept_though_the_connection_drops()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send" });
        await Assert.ThrowsAsync<HttpRequestException>(() => talk.PostAsync("x", "key"));
        var again = await talk.PostAsync("x", "key");
        Assert.Equal(Assert.Single(talk.Server.Messages.All).Id, Snowflakes.Parse(again.Id));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_server_error_comes_after_or_instead_of_storing(bool stored, int count)
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(stored ? null : Decision.Ignore, Answer.WithStatus(502)));
        Assert.Equal(HttpStatusCode.BadGateway, (await talk.PostAsync("x")).Status);
        Assert.Equal(count, talk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task A_status_may_come_without_a_code()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(Decision.Refuse("uncoded 404"), null));

        var said = await talk.PostAsync("x");

        Assert.Equal((HttpStatusCode.NotFound, 0), (said.Status, said.Code));
        Assert.Empty(talk.Server.Messages.All);
    }

    [Fact]
    public async Task An_internal_error_says_nothing_about_what_was_done()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(null, Answer.Of(AnswerKind.InternalError)));
        var said = await talk.PostAsync("x");
        Assert.Equal((HttpStatusCode.InternalServerError, 0), (said.Status, said.Code));
        Assert.Single(talk.Server.Messages.All);
    }

    [Theory]
    [InlineData(Refusals.TokenRefused, 401, 0)]
    [InlineData(Refusals.PermissionMissing, 403, 50013)]
    [InlineData(Refusals.ChannelGone, 404, 10003)]
    [InlineData(Refusals.ChannelLocked, 403, 160005)]
    [InlineData("40004", 400, 40004)]
    public async Task Words_of_the_script_are_discords_codes(string reason, int status, int code)
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(Decision.Refuse(reason), null));
        var said = await talk.PostAsync("x");
        Assert.Equal((status, code), ((int)said.Status, said.Code));
    }

    [Theory]
    [InlineData("token", "global")]
    [InlineData("shared", "shared")]
    [InlineData("channel", "user")]
    public async Task A_limit_reaches_as_far_as_the_script_says(string scope, string header)
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(Decision.Limit("12.5", scope), null));
        var said = await talk.PostAsync("x");
        Assert.Equal(
            (429, header, "13", 12.5),
            ((int)said.Status, said.Headers["X-RateLimit-Scope"], said.Headers["Retry-After"], (double)said.Body!["retry_after"]!)
        );
    }

    [Theory]
    [InlineData("revoke-token", 0)]
    [InlineData("delete-channel", 10003)]
    [InlineData("remove-bot", 50001)]
    [InlineData("deny SendMessages", 50013)]
    [InlineData("deny ViewChannel", 50001)]
    [InlineData("guild-outage", 50001)]
    public async Task Something_happens_just_before_the_call(string happening, int code)
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(null, null) { Meanwhile = happening, Skip = 1 });
        Assert.Equal(HttpStatusCode.OK, (await talk.PostAsync("x")).Status);
        Assert.Equal(code, (await talk.PostAsync("x")).Code);
    }

    [Fact]
    public async Task The_listener_closes_and_opens_on_its_port()
    {
        await using var talk = await Talk.BeginAsync();
        var id = await talk.PostedAsync("x");
        await talk.Server.CloseAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => talk.PostAsync("x"));
        await talk.Server.OpenAsync();
        Assert.Equal(id, (await talk.SayAsync("GET", $"{Talk.Channel}/messages/{id}")).Id);
    }

    [Fact]
    public async Task What_is_swallowed_looks_posted_and_is_not()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Script.Add(new Fault(Decision.Swallow, null));
        Assert.Equal(HttpStatusCode.OK, (await talk.PostAsync("x")).Status);
        Assert.Empty(talk.Server.Messages.All);
        Assert.DoesNotContain(talk.Server.Log.All, entry => entry.Kind == LogKind.Accepted);
    }
}

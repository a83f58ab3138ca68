using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Tests.Discord;

public sealed class DirectMessageTests
{
    [Fact]
    public async Task A_person_has_one_direct_channel_that_takes_messages_and_no_threads()
    {
        await using var talk = await Talk.BeginAsync();

        var opened = await OpenAsync(talk, DefaultIds.Reader);
        var again = await OpenAsync(talk, DefaultIds.Reader);
        var posted = await talk.PostAsync("a match", "key", $"/channels/{opened.Id}");

        Assert.Equal((HttpStatusCode.OK, 1, opened.Id), (opened.Status, (int)opened.Body!["type"]!, again.Id));
        Assert.Null(opened.Body["guild_id"]);
        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.Equal("a match", (string?)(await talk.SayAsync("GET", $"/channels/{opened.Id}/messages")).Body![0]!["content"]);
        var thread = await talk.SayAsync(
            "POST",
            $"/channels/{opened.Id}/messages/{posted.Id}/threads",
            new JsonObject { ["name"] = "a thread" }
        );
        Assert.Equal(50024, thread.Code);
    }

    [Fact]
    public async Task Who_takes_no_messages_is_not_written_to_and_who_is_unknown_has_no_channel()
    {
        await using var talk = await Talk.BeginAsync();
        var opened = await OpenAsync(talk, DefaultIds.Reader);
        talk.Server.World.TakingNoMessages.Add(DefaultIds.Reader);

        var refused = await talk.PostAsync("a match", channel: $"/channels/{opened.Id}");

        Assert.Equal((HttpStatusCode.Forbidden, 50007), (refused.Status, refused.Code));
        Assert.Equal(10013, (await OpenAsync(talk, 123456789012345678)).Code);
    }

    private static Task<Said> OpenAsync(Talk talk, ulong user) =>
        talk.SayAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = Snowflakes.Text(user) });
}

using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Emulators.Tests.Discord;

public sealed class ThreadTests
{
    private static JsonObject Name => new() { ["name"] = "1月6日 朝刊", ["auto_archive_duration"] = 1440 };

    private static async Task<string> StartedAsync(Talk talk)
    {
        var root = await talk.PostedAsync("root");
        await talk.SayAsync("POST", $"{Talk.Channel}/messages/{root}/threads", Name);
        return root;
    }

    [Fact]
    public async Task A_thread_has_the_id_of_its_message()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await talk.PostedAsync("root");
        var started = await talk.SayAsync("POST", $"{Talk.Channel}/messages/{root}/threads", Name);
        Assert.Equal((HttpStatusCode.Created, root, 11), (started.Status, started.Id, (int)started.Body!["type"]!));
        var message = await talk.SayAsync("GET", $"{Talk.Channel}/messages/{root}");
        Assert.Equal(32, (int)message.Body!["flags"]! & 32);
        Assert.Equal(root, (string?)message.Body["thread"]!["id"]);
        Assert.Equal(21, (int)(await talk.SayAsync("GET", $"/channels/{root}/messages")).Body![0]!["type"]!);
    }

    [Fact]
    public async Task A_second_thread_for_a_message_is_refused()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await StartedAsync(talk);
        Assert.Equal(160004, (await talk.SayAsync("POST", $"{Talk.Channel}/messages/{root}/threads", Name)).Code);
    }

    [Fact]
    public async Task A_post_in_a_thread_is_logged_under_its_parent()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await StartedAsync(talk);
        var reply = await talk.PostAsync("section", "key", $"/channels/{root}");
        var entry = Assert.Single(talk.Server.Log.All, entry => entry.Kind == LogKind.Accepted && entry.Key == "key");
        Assert.Equal(($"{DefaultIds.Guild}/{DefaultIds.TextChannel}", root, reply.Id), (entry.Channel, entry.Thread, entry.MessageId));
    }

    [Fact]
    public async Task Announcements_have_threads_of_their_own_type()
    {
        await using var talk = await Talk.BeginAsync();
        var place = $"/channels/{DefaultIds.AnnouncementChannel}";
        var root = (await talk.PostAsync("root", channel: place)).Id;
        Assert.Equal(10, (int)(await talk.SayAsync("POST", $"{place}/messages/{root}/threads", Name)).Body!["type"]!);
    }

    [Fact]
    public async Task A_thread_without_message_is_private_unless_its_type_is_said()
    {
        await using var talk = await Talk.BeginAsync();
        Assert.Equal(50013, (await talk.SayAsync("POST", $"{Talk.Channel}/threads", Name)).Code);
        var body = Name;
        body["type"] = 11;
        Assert.Equal(11, (int)(await talk.SayAsync("POST", $"{Talk.Channel}/threads", body)).Body!["type"]!);
    }

    [Fact]
    public async Task Posting_unarchives_and_editing_does_not()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await StartedAsync(talk);
        var section = await talk.PostAsync("section", channel: $"/channels/{root}");
        talk.Server.World.Archive(talk.Server.World.Channel(ulong.Parse(root, System.Globalization.CultureInfo.InvariantCulture))!);
        Assert.Equal(
            50083,
            (await talk.SayAsync("PATCH", $"/channels/{root}/messages/{section.Id}", new JsonObject { ["content"] = "x" })).Code
        );
        Assert.Equal(50083, (await talk.SayAsync("DELETE", $"/channels/{root}/messages/{section.Id}")).Code);
        await talk.PostAsync("more", channel: $"/channels/{root}");
        var thread = await talk.SayAsync("GET", $"/channels/{root}");
        Assert.False((bool)thread.Body!["thread_metadata"]!["archived"]!);
    }

    [Fact]
    public async Task A_locked_thread_takes_nothing()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await StartedAsync(talk);
        talk.Server.World.Archive(
            talk.Server.World.Channel(ulong.Parse(root, System.Globalization.CultureInfo.InvariantCulture))!,
            locked: true
        );
        Assert.Equal(160005, (await talk.PostAsync("x", channel: $"/channels/{root}")).Code);
        Assert.Equal(50013, (await talk.SayAsync("PATCH", $"/channels/{root}", new JsonObject { ["archived"] = false })).Code);
    }

    [Fact]
    public async Task A_thread_is_unarchived_by_its_maker()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await StartedAsync(talk);
        Assert.True(
            (bool)
                (await talk.SayAsync("PATCH", $"/channels/{root}", new JsonObject { ["archived"] = true })).Body!["thread_metadata"]![
                    "archived"
                ]!
        );
        Assert.Equal(50083, (await talk.SayAsync("PATCH", $"/channels/{root}", new JsonObject { ["name"] = "other" })).Code);
        Assert.False(
            (bool)
                (await talk.SayAsync("PATCH", $"/channels/{root}", new JsonObject { ["archived"] = false })).Body!["thread_metadata"]![
                    "archived"
                ]!
        );
    }

    [Fact]
    public async Task A_still_thread_archives_itself()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var talk = await Talk.BeginAsync(clock);
        var root = await StartedAsync(talk);
        clock.Advance(TimeSpan.FromMinutes(1441));
        Assert.True((bool)(await talk.SayAsync("GET", $"/channels/{root}")).Body!["thread_metadata"]!["archived"]!);
    }

    [Fact]
    public async Task A_forum_takes_posts_and_no_messages()
    {
        await using var talk = await Talk.BeginAsync();
        var forum = $"/channels/{DefaultIds.ForumChannel}";
        Assert.Equal(50008, (await talk.PostAsync("x", channel: forum)).Code);
        var body = Name;
        body["message"] = new JsonObject { ["content"] = "headline" };
        body["applied_tags"] = new JsonArray(Snowflakes.Text(DefaultIds.ForumTag));
        var post = await talk.SayAsync("POST", forum + "/threads", body);
        Assert.Equal((HttpStatusCode.Created, post.Id), (post.Status, (string?)post.Body!["message"]!["id"]));
        var entry = Assert.Single(talk.Server.Log.All, entry => entry.Kind == LogKind.Accepted);
        Assert.Equal((post.Id, null), (entry.MessageId, entry.Thread));
    }

    [Fact]
    public async Task The_root_goes_and_the_thread_stays()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await StartedAsync(talk);
        await talk.SayAsync("DELETE", $"{Talk.Channel}/messages/{root}");
        Assert.Equal(HttpStatusCode.OK, (await talk.PostAsync("x", channel: $"/channels/{root}")).Status);
        Assert.Equal(10008, (await talk.SayAsync("POST", $"{Talk.Channel}/messages/{root}/threads", Name)).Code);
    }

    [Fact]
    public async Task A_guild_has_so_many_active_threads()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.World.ActiveThreadCap = 1;
        await StartedAsync(talk);
        var other = await talk.PostedAsync("root");
        Assert.Equal(160006, (await talk.SayAsync("POST", $"{Talk.Channel}/messages/{other}/threads", Name)).Code);
    }

    [Fact]
    public async Task Durations_and_names_are_judged()
    {
        await using var talk = await Talk.BeginAsync();
        var root = await talk.PostedAsync("root");
        var said = await talk.SayAsync(
            "POST",
            $"{Talk.Channel}/messages/{root}/threads",
            new JsonObject { ["name"] = new string('あ', 101), ["auto_archive_duration"] = 90 }
        );
        Assert.Equal(("BASE_TYPE_BAD_LENGTH", "BASE_TYPE_CHOICES"), (said.ErrorAt("name"), said.ErrorAt("auto_archive_duration")));
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Emulators.Tests.Discord;

public sealed class MessageTests
{
    [Fact]
    public async Task A_message_is_posted_read_edited_and_deleted()
    {
        await using var talk = await Talk.BeginAsync();
        var posted = await talk.PostAsync("朝のまとめ", "key-1");
        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.Equal("key-1", (string?)posted.Body!["nonce"]);
        Assert.InRange(posted.Id.Length, 17, 20);

        var path = $"{Talk.Channel}/messages/{posted.Id}";
        var read = await talk.SayAsync("GET", path);
        Assert.Equal("朝のまとめ", (string?)read.Body!["content"]);
        Assert.Null(read.Body["nonce"]);
        var edited = await talk.SayAsync("PATCH", path, new JsonObject { ["content"] = "夕方のまとめ" });
        Assert.NotNull(edited.Body!["edited_timestamp"]);
        Assert.Equal(HttpStatusCode.NoContent, (await talk.SayAsync("DELETE", path)).Status);
        Assert.Equal(10008, (await talk.SayAsync("GET", path)).Code);

        var changes = talk.Server.Log.All.Where(entry => entry.Kind is LogKind.Accepted or LogKind.Edited or LogKind.Deleted).ToList();
        Assert.Equal([LogKind.Accepted, LogKind.Edited, LogKind.Deleted], changes.Select(entry => entry.Kind));
        Assert.All(
            changes,
            entry =>
                Assert.Equal(
                    ("key-1", posted.Id, $"{DefaultIds.Guild}/{DefaultIds.TextChannel}"),
                    (entry.Key, entry.MessageId, entry.Channel)
                )
        );
    }

    [Fact]
    public async Task An_enforced_nonce_gives_the_first_message_again_within_its_window()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var talk = await Talk.BeginAsync(clock);
        var first = await talk.PostAsync("one", "same");
        clock.Advance(TimeSpan.FromMinutes(2));
        var second = await talk.PostAsync("one", "same");
        Assert.Equal(first.Id, second.Id);
        clock.Advance(TimeSpan.FromMinutes(2));
        var third = await talk.PostAsync("one", "same");
        Assert.NotEqual(first.Id, third.Id);
        Assert.Equal(2, talk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task A_nonce_whose_message_was_deleted_is_an_unknown_message()
    {
        await using var talk = await Talk.BeginAsync();
        var first = await talk.PostAsync("one", "same");
        await talk.SayAsync("DELETE", $"{Talk.Channel}/messages/{first.Id}");
        var second = await talk.PostAsync("one", "same");
        Assert.Equal((HttpStatusCode.NotFound, 10008), (second.Status, second.Code));
    }

    [Fact]
    public async Task A_nonce_that_is_not_enforced_promises_nothing()
    {
        await using var talk = await Talk.BeginAsync();
        var body = new JsonObject { ["content"] = "x", ["nonce"] = "same" };
        var first = await talk.SayAsync("POST", Talk.Channel + "/messages", body.DeepClone());
        var second = await talk.SayAsync("POST", Talk.Channel + "/messages", body);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Ids_grow_and_hold_the_time()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 7, 0, 0, TimeSpan.Zero));
        await using var talk = await Talk.BeginAsync(clock);
        var ids = new List<ulong>();
        for (var number = 0; number < 4; number++)
        {
            ids.Add(ulong.Parse(await talk.PostedAsync("x"), System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.All(ids, id => Assert.Equal(clock.GetUtcNow(), Snowflakes.TimeOf(id)));
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.OK)]
    [InlineData(2001, HttpStatusCode.BadRequest)]
    public async Task Content_is_counted_in_code_points(int count, HttpStatusCode status)
    {
        await using var talk = await Talk.BeginAsync();
        var posted = await talk.PostAsync(string.Concat(Enumerable.Repeat("𠮷", count)));
        Assert.Equal(status, posted.Status);
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal((50035, "BASE_TYPE_MAX_LENGTH"), (posted.Code, posted.ErrorAt("content")));
        }
    }

    [Fact]
    public async Task Lists_page_around_a_message()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Buckets.Set("send", null);
        var ids = new List<string>();
        for (var number = 0; number < 6; number++)
        {
            ids.Add(await talk.PostedAsync($"{number}"));
        }

        async Task<IEnumerable<int>> ListAsync(string query)
        {
            var said = await talk.SayAsync("GET", $"{Talk.Channel}/messages?{query}");
            return said.Body!.AsArray()
                .Select(message => int.Parse((string)message!["content"]!, System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal([5, 4], await ListAsync("limit=2"));
        Assert.Equal([3, 2], await ListAsync($"after={ids[1]}&limit=2"));
        Assert.Equal([1, 0], await ListAsync($"before={ids[2]}"));
        Assert.Equal([3, 2, 1], await ListAsync($"around={ids[2]}&limit=3"));
        Assert.Equal(50035, (await talk.SayAsync("GET", $"{Talk.Channel}/messages?limit=101")).Code);
    }

    [Fact]
    public async Task Nothing_at_all_cannot_be_sent()
    {
        await using var talk = await Talk.BeginAsync();
        Assert.Equal(50006, (await talk.PostAsync("  \n ")).Code);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_as_such()
    {
        await using var talk = await Talk.BeginAsync();
        using var content = new StringContent("{\"content\":", System.Text.Encoding.UTF8, "application/json");
        using var response = await talk.Http.PostAsync(
            new Uri($"{talk.Server.ApiAddress}{Talk.Channel}/messages"),
            content,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("50109", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_announcements_are_crossposted_and_only_once()
    {
        await using var talk = await Talk.BeginAsync();
        var place = $"/channels/{DefaultIds.AnnouncementChannel}";
        var id = (await talk.PostAsync("news", channel: place)).Id;
        var published = await talk.SayAsync("POST", $"{place}/messages/{id}/crosspost");
        Assert.Equal(1, (int)published.Body!["flags"]! & 1);
        Assert.Equal(40033, (await talk.SayAsync("POST", $"{place}/messages/{id}/crosspost")).Code);
        var plain = await talk.PostedAsync("x");
        Assert.Equal(50024, (await talk.SayAsync("POST", $"{Talk.Channel}/messages/{plain}/crosspost")).Code);
    }

    [Fact]
    public async Task Files_come_with_the_message_as_json_beside_them()
    {
        await using var talk = await Talk.BeginAsync();
        using var form = new MultipartFormDataContent();
        form.Add(
            new StringContent(
                """{"content":"chart","attachments":[{"id":0,"description":"上がる線"}]}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
            "payload_json"
        );
        form.Add(new ByteArrayContent([1, 2, 3]), "files[0]", "chart.png");
        using var response = await talk.Http.PostAsync(
            new Uri($"{talk.Server.ApiAddress}{Talk.Channel}/messages"),
            form,
            TestContext.Current.CancellationToken
        );
        var message = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("上がる線", (string?)message["attachments"]![0]!["description"]);
    }
}

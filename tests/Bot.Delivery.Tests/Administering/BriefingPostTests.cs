using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Administering;

/// <summary><c>/briefing post</c>, and the button of the first subscription that calls it.</summary>
public sealed class BriefingPostTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    [Theory, BothDatabases]
    public async Task A_new_subscription_offers_the_newest_issue_and_pressing_twice_posts_it_once(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.StoreAsync("root: news", day: Bench.Date.AddDays(-1));
        await bench.StoreAsync("root: tomorrow", day: Bench.Date.AddDays(1));
        await using var desk = new AdminDesk(database);

        var reply = await desk.ReplyAsync("subscribe", Locale.Japanese);

        var button = Assert.Single(reply.Message.Buttons);
        Assert.Equal("最新号を今すぐ投稿", button.Label);
        Assert.Equal(("briefing-admin", "post us-ai"), (button.Command, button.Arguments));
        Assert.Equal(button with { Label = "" }, ButtonCode.Decode(ButtonCode.Encode(button, 100)));
        Assert.Equal("ok: 「US AI」1/5をこのチャンネルに投稿します", await desk.AskAsync(button.Arguments, Locale.Japanese));
        Assert.Equal("ok: 「US AI」1/5は、もうこのチャンネルに届いています", await desk.AskAsync(button.Arguments, Locale.Japanese));
        await bench.SendAsync();
        await desk.AskAsync(button.Arguments);
        await bench.SendAsync();
        Assert.Single(bench.Platform.Log);
        Assert.Empty((await desk.ReplyAsync("subscribe")).Message.Buttons);
    }

    [Fact]
    public async Task Of_presses_at_once_one_posts()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var bench = new Bench(database);
        await bench.StoreAsync("root: news");
        await bench.SubscribeAsync();
        await using var desk = new AdminDesk(database);

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => desk.AskAsync("post"))));

        Assert.Single(replies, reply => reply.Contains("is being posted", StringComparison.Ordinal));
        Assert.Equal(4, replies.Count(reply => reply.Contains("is already in this channel", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_waits_for_its_time_is_brought_forward()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        Series[] series = [new("us-ai", "US AI", Tokyo) { Schedule = new() { At = new TimeOnly(20, 0) } }];
        await using var bench = new Bench(database, series: series);
        await bench.SubscribeAsync();
        await bench.StoreAsync("root: news");
        await bench.PlanAsync();
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Log);
        await using var desk = new AdminDesk(database, series);

        Assert.Equal("ok: \"US AI\" of 6 Jan is being posted to this channel", await desk.AskAsync("post"));

        await bench.SendAsync();
        Assert.Single(bench.Platform.Log);
        bench.Time.Advance(TimeSpan.FromHours(8));
        await bench.SendAsync();
        Assert.Single(bench.Platform.Log);
    }

    [Fact]
    public async Task Nothing_is_posted_that_is_a_sample_or_held_or_to_a_channel_without_a_subscription_or_for_others_than_admins()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var bench = new Bench(database);
        await using var desk = new AdminDesk(database);
        await bench.StoreAsync("root: news", held: true);

        Assert.StartsWith("no: This channel is not subscribed", await desk.AskAsync("post"), StringComparison.Ordinal);
        Assert.Empty((await desk.ReplyAsync("subscribe")).Message.Buttons);
        Assert.Equal("ok: There is no issue of \"US AI\" to post yet", await desk.AskAsync("post"));

        await bench.StoreAsync("root: news");
        await using (var context = database.CreateContext())
        {
            await context.Briefings.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.IsSample, true),
                TestContext.Current.CancellationToken
            );
        }

        Assert.Equal("ok: There is no issue of \"US AI\" to post yet", await desk.AskAsync("post"));
        Assert.StartsWith("no: ", await desk.AskAsync("post", isAdmin: false), StringComparison.Ordinal);
        Assert.StartsWith("no: There is no series", await desk.AskAsync("post port-ai"), StringComparison.Ordinal);
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Log);
    }
}

using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Administering;

public sealed class BriefingCommandTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_channel_is_subscribed_once_and_the_first_one_of_a_workspace_is_told_how(TestDatabase database)
    {
        await using var desk = new AdminDesk(database);

        var first = await desk.AskAsync("subscribe", Locale.Japanese);
        var again = await desk.AskAsync("subscribe", Locale.Japanese);
        var second = await desk.AskAsync("subscribe", channel: "C2");

        Assert.StartsWith("ok: 「US AI」をこのチャンネルに届けます（すべてのセクション）", first, StringComparison.Ordinal);
        Assert.Contains("/help", first, StringComparison.Ordinal);
        Assert.StartsWith("ok: 「US AI」はすでにこのチャンネルに届きます", again, StringComparison.Ordinal);
        Assert.DoesNotContain("/help", again, StringComparison.Ordinal);
        Assert.StartsWith("ok: \"US AI\" will be posted to this channel (all sections)", second, StringComparison.Ordinal);
        Assert.DoesNotContain("/help", second, StringComparison.Ordinal);
        Assert.Equal("us-ai W/C1  Japanese\nus-ai W/C2  English", await desk.SubscriptionsAsync());
        Assert.Equal(["fake:W/U7 subscribe us-ai → fake:W/C1", "fake:W/U7 subscribe us-ai → fake:W/C2"], await desk.AuditAsync());
        Assert.Equal(["fake:W/C1", "fake:W/C1", "fake:W/C2"], desk.Probe.Asked);
    }

    [Theory, BothDatabases]
    public async Task Of_admins_who_subscribe_at_once_one_makes_it(TestDatabase database)
    {
        await using var desk = new AdminDesk(database);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.AskAsync("subscribe"))));

        Assert.Single(replies, reply => reply.Contains("will be posted", StringComparison.Ordinal));
        Assert.Single(await desk.AuditAsync());
    }

    [Theory]
    [InlineData("startups outlook", "startups,outlook")]
    [InlineData("展望、スタートアップ", "startups,outlook")]
    [InlineData("Technology News, future-tech", "technology-news,future-tech")]
    [InlineData("tech news funding", "technology-news,startups")]
    [InlineData("資金調達　インサイト", "startups,insights")]
    [InlineData("us-ai ＯＵＴＬＯＯＫ", "outlook")]
    [InlineData("outlook us-ai", "outlook")]
    [InlineData("すべて", "")]
    [InlineData("all", "")]
    public async Task Sections_are_named_in_either_language(string words, string sections)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.StartsWith("ok:", await desk.AskAsync("subscribe " + words), StringComparison.Ordinal);

        Assert.Equal($"us-ai W/C1 {sections} English", await desk.SubscriptionsAsync());
    }

    [Fact]
    public async Task Subscribing_again_without_sections_keeps_them_and_all_resets_them()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);
        await desk.AskAsync("subscribe ニュース 展望");
        Assert.Equal("us-ai W/C1 technology-news,marketing-news,outlook English", await desk.SubscriptionsAsync());

        var again = await desk.AskAsync("subscribe");

        Assert.Contains("Technology news", again, StringComparison.Ordinal);
        Assert.Equal("us-ai W/C1 technology-news,marketing-news,outlook English", await desk.SubscriptionsAsync());
        await desk.AskAsync("subscribe all");
        Assert.Equal("us-ai W/C1  English", await desk.SubscriptionsAsync());
    }

    [Fact]
    public async Task A_channel_has_several_subscriptions_told_apart_by_name()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);
        await desk.AskAsync("subscribe");

        Assert.StartsWith(
            "ok: \"US AI (夕刊 の要点)\" will be posted",
            await desk.AskAsync("subscribe outlook name:夕刊 の要点"),
            StringComparison.Ordinal
        );
        Assert.Equal("us-ai W/C1  English\nus-ai W/C1 outlook English", await desk.SubscriptionsAsync());
        Assert.Contains(
            "US AI (夕刊 の要点) (Outlook, in English, on arrival)",
            await desk.AskAsync("subscriptions"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("no:", await desk.AskAsync("subscribe name:" + new string('x', 41)), StringComparison.Ordinal);
        Assert.StartsWith(
            "ok: \"US AI (夕刊 の要点)\" is no longer posted",
            await desk.AskAsync("unsubscribe 名前:夕刊 の要点"),
            StringComparison.Ordinal
        );
        Assert.Equal("us-ai W/C1  English", await desk.SubscriptionsAsync());
    }

    [Theory]
    [InlineData("subscribe 8:00 平日 outlook", "outlook", "08:00 mon tue wed thu fri, not on jp")]
    [InlineData("subscribe startups 7:30 mon,wed America/New_York", "startups", "07:30 America/New_York mon wed")]
    [InlineData("subscribe 展望 us-ai 朝8時 毎日", "outlook", "08:00")]
    [InlineData("subscribe", "", null)]
    public async Task A_schedule_is_typed_beside_the_sections(string text, string sections, string? schedule)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.StartsWith("ok:", await desk.AskAsync(text), StringComparison.Ordinal);

        var spec = Assert.Single(await desk.Get<ChannelSubscriptions>().OfWorkspaceAsync(null, Cancel));
        Assert.Equal((sections, schedule), (string.Join(',', spec.Sections), spec.Schedule?.ToString()));
    }

    [Theory, BothDatabases]
    public async Task Every_list_says_when_the_next_one_comes(TestDatabase database)
    {
        await using var desk = new AdminDesk(database);

        Assert.Contains(
            "次のブリーフィングから、平日 8:00 JST、祝日（jp）を除く、次は 1/7 8:00 JST。",
            await desk.AskAsync("subscribe 8:00 平日", Locale.Japanese),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "weekdays 8:00 JST; except holidays (jp); next 7 Jan 8:00 JST",
            await desk.AskAsync("subscriptions"),
            StringComparison.Ordinal
        );
        Assert.Contains("US AI: weekdays 8:00 JST", await desk.AskAsync("schedule"), StringComparison.Ordinal);
        Assert.Contains(
            "US AI: 毎日 18:30 GMT、次は 1/6 18:30 GMT",
            await desk.AskAsync("schedule 18:30 毎日 祝日も Europe/London", Locale.Japanese),
            StringComparison.Ordinal
        );
        Assert.Contains("on arrival", await desk.AskAsync("schedule on-arrival"), StringComparison.Ordinal);
        Assert.Equal(
            ["fake:W/U7 subscribe us-ai → fake:W/C1", "fake:W/U7 schedule us-ai → fake:W/C1", "fake:W/U7 schedule us-ai → fake:W/C1"],
            await desk.AuditAsync()
        );
    }

    [Theory]
    [InlineData("subscribe 25:00 平日", "\"25:00\" is no time of day")]
    [InlineData("subscribe 8:00 Asia/Tokio", "did you mean Asia/Tokyo")]
    [InlineData("subscribe 8:00 Tokio", "did you mean Asia/Tokyo")]
    [InlineData("subscribe 平日", "need a time of day")]
    [InlineData("subscribe 6:00 quiet 22:00-7:00", "the time 06:00 lies in the quiet hours")]
    public async Task A_schedule_that_cannot_be_points_at_the_word_and_changes_nothing(string text, string problem)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        var reply = await desk.AskAsync(text);

        Assert.StartsWith("no:", reply, StringComparison.Ordinal);
        Assert.Contains(problem, reply, StringComparison.Ordinal);
        Assert.Empty(await desk.SubscriptionsAsync());

        await desk.AskAsync("subscribe");
        Assert.StartsWith("no:", await desk.AskAsync("schedule " + text["subscribe ".Length..]), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await desk.Get<ChannelSubscriptions>().OfWorkspaceAsync(null, Cancel)).Schedule);
    }

    [Fact]
    public async Task A_schedule_is_that_of_a_subscription_that_there_is()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.Contains("/briefing subscribe", await desk.AskAsync("schedule 8:00"), StringComparison.Ordinal);
        await desk.AskAsync("subscribe");
        await desk.AskAsync("subscribe outlook name:evening");
        await desk.AskAsync("schedule 18:00 name:evening");
        Assert.Contains("\"gossip\" is no time, day or time zone", await desk.AskAsync("schedule gossip"), StringComparison.Ordinal);

        var schedules = (await desk.Get<ChannelSubscriptions>().OfWorkspaceAsync(null, Cancel)).Select(spec =>
            $"{spec.Name} {spec.Schedule}"
        );
        Assert.Equal([" ", "evening 18:00"], schedules);
    }

    [Fact]
    public async Task A_section_that_there_is_not_is_named_and_nothing_changes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        var reply = await desk.AskAsync("subscribe startups gossip");

        Assert.StartsWith("no: There is no section \"gossip\"", reply, StringComparison.Ordinal);
        Assert.Contains("Technology news", reply, StringComparison.Ordinal);
        Assert.Empty(await desk.SubscriptionsAsync());
        Assert.Empty(desk.Probe.Asked);
    }

    [Fact]
    public async Task What_a_channel_gets_is_changed_and_what_a_file_declared_of_it_stays()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);
        var tagged = new SendOptions { ForumTags = ["7"] };
        await desk.Get<SubscriptionStore>()
            .EnsureAsync(new SubscriptionSpec("us-ai", "fake", "W", "C1") { PreferDuplicate = true, SendOptions = tagged }, Cancel);

        var reply = await desk.AskAsync("subscribe outlook");
        await desk.AskAsync("unsubscribe");
        await desk.AskAsync("subscribe outlook");
        await desk.AskAsync("subscribe", channel: "C2");

        Assert.StartsWith("ok: This channel's subscription to \"US AI\" was changed (Outlook)", reply, StringComparison.Ordinal);
        Assert.True(SubscriptionSpec.Of((await desk.Get<SubscriptionStore>().ListAsync(Cancel))[0]).PreferDuplicate);
        Assert.Equal([tagged, tagged, SendOptions.None], desk.Probe.AskedFor);
        Assert.DoesNotContain("/help", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_cannot_be_posted_to_is_not_saved_and_what_is_missing_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);
        desk.Probe.Answer = new ChannelProbe(Usable: false)
        {
            Missing =
            [
                new LocalizedText("メッセージを送信", "Send Messages"),
                new LocalizedText("スレッドの作成", "Create Public Threads"),
            ],
            Problem = new LocalizedText("ボットを招待してください", "Invite the bot"),
        };
        Assert.Equal(
            "no: The bot cannot post to this channel yet; nothing was changed\n\nMissing: Send Messages, Create Public Threads\n\nInvite the bot\n\nOnce that is fixed, run /briefing subscribe again",
            (await desk.AskAsync("subscribe")).Replace(" · ", ", ", StringComparison.Ordinal)
        );
        Assert.Contains("メッセージを送信", await desk.AskAsync("subscribe", Locale.Japanese), StringComparison.Ordinal);

        desk.Probe.Answer = new ChannelProbe(Usable: false) { Unanswered = true };
        Assert.Contains("try again", await desk.AskAsync("subscribe"), StringComparison.Ordinal);

        Assert.Empty(await desk.SubscriptionsAsync());
        Assert.Empty(await desk.AuditAsync());
    }

    [Theory, BothDatabases]
    public async Task Subscribing_a_channel_that_is_well_again_ends_its_pause_but_not_an_admins(TestDatabase database)
    {
        await using var desk = new AdminDesk(database);
        await using (var context = database.CreateContext())
        {
            context.AddRange(
                new Pause { Scope = "channel:fake:W/C1", Reason = Reasons.PermissionMissing },
                new Pause { Scope = "channel:fake:W/C2", Reason = Reasons.PausedByAdmin }
            );
            await context.SaveChangesAsync(Cancel);
        }

        await desk.AskAsync("subscribe");
        await desk.AskAsync("subscribe", channel: "C2");

        Assert.Equal("channel:fake:W/C2", Assert.Single(await desk.Get<PauseList>().ListAsync(Cancel)).Scope);
        Assert.Contains("fake:W/U7 resume channel:fake:W/C1", await desk.AuditAsync());
    }

    [Theory, BothDatabases]
    public async Task A_channel_is_unsubscribed_once_and_can_come_back(TestDatabase database)
    {
        await using var desk = new AdminDesk(database, new Series("us-ai", "US AI", Tokyo), new Series("eu-ai", "EU AI", Tokyo));
        await desk.AskAsync("subscribe");
        await desk.AskAsync("subscribe eu-ai outlook");
        Assert.Contains("no series \"gossip\"", await desk.AskAsync("unsubscribe gossip"), StringComparison.Ordinal);

        Assert.StartsWith("ok: \"EU AI\" is no longer posted", await desk.AskAsync("unsubscribe eu-ai"), StringComparison.Ordinal);
        Assert.Equal("us-ai W/C1  English", await desk.SubscriptionsAsync());
        Assert.StartsWith("ok: \"US AI\" is no longer posted", await desk.AskAsync("unsubscribe"), StringComparison.Ordinal);
        Assert.StartsWith("ok: This channel is not subscribed to anything", await desk.AskAsync("unsubscribe"), StringComparison.Ordinal);

        Assert.Contains("will be posted", await desk.AskAsync("subscribe"), StringComparison.Ordinal);
        Assert.Equal("us-ai W/C1  English", await desk.SubscriptionsAsync());
        Assert.Equal(5, (await desk.AuditAsync()).Count);
    }

    [Fact]
    public async Task Only_the_own_workspaces_subscriptions_are_listed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);
        Assert.Contains("/briefing subscribe", await desk.AskAsync("subscriptions"), StringComparison.Ordinal);
        await desk.AskAsync("subscribe startups");
        await desk.AskAsync("subscribe", channel: "C2");
        await desk.AskAsync("subscribe", channel: "C9", workspace: "X");

        var reply = await desk.AskAsync("subscriptions");

        Assert.Equal(
            "ok: 2 subscriptions\n\nthis channel: US AI (Startups, in English, on arrival)\n\n#channel-C2: US AI (all sections, in English, on arrival)",
            reply
        );
    }

    [Theory, BothDatabases]
    public async Task The_status_shows_what_is_held_back_what_went_and_what_is_next(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await using var desk = new AdminDesk(
            database,
            new Series("us-ai", "US AI", Tokyo) { ExpectedBy = new TimeOnly(8, 30), ExpectedOn = [DayOfWeek.Thursday] }
        );
        Assert.Equal(
            "ok: Everything is fine; nothing is on hold\n\nLatest deliveries:\n\n6 Jan US AI → this channel: 3 sent 6 Jan 15:00 JST\n\nNext \"US AI\": expected by 8 Jan 8:30 JST",
            await desk.AskAsync("status")
        );

        foreach (var scope in new[] { "channel:fake:W/C1", "channel:fake:X/C9", "token:fake:X", "workspace:fake:X" })
        {
            await bench.PauseAsync(scope);
        }

        var held = await desk.AskAsync("status", Locale.Japanese);
        Assert.StartsWith(
            "ok: 止まっているものがあります\n\n停止中 このチャンネル: 運用者が止めています\n\n最近の配信:",
            held,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("C9", held, StringComparison.Ordinal);
        await bench.PauseAsync("all");
        Assert.Contains("all sending", await desk.AskAsync("status", workspace: "Y"), StringComparison.Ordinal);
        Assert.Contains("Nothing has been delivered", await desk.AskAsync("status", workspace: "Y"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_status_names_what_is_missing_held_or_late_and_is_never_well_meanwhile(TestDatabase database)
    {
        // 15:00 in Tokyo.
        Series[] series = [new("us-ai", "US AI", Tokyo) { Schedule = new() { At = new TimeOnly(14, 30) } }];
        await using var bench = new Bench(database, series: series);
        await bench.SubscribeAsync();
        await using var desk = new AdminDesk(database, series);
        Assert.StartsWith(
            "ok: まだ届いていないブリーフィングがあります\n\nまだ届いていません: 「US AI」1/6（1/6 14:30 JST までの予定）",
            await desk.AskAsync("status", Locale.Japanese),
            StringComparison.Ordinal
        );
        Assert.Contains("Next \"US AI\" → this channel: 7 Jan 14:30 JST", await desk.AskAsync("status"), StringComparison.Ordinal);

        await bench.StoreAsync("root: news", held: true);
        Assert.Contains(
            "Waiting for the operator to release it: \"US AI\" of 6 Jan",
            await desk.AskAsync("status"),
            StringComparison.Ordinal
        );

        await bench.StoreAsync("root: news");
        await bench.PlanAsync();
        Assert.StartsWith("ok: Everything is fine", await desk.AskAsync("status"), StringComparison.Ordinal);
        await using (var context = database.CreateContext())
        {
            await context.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, bench.Now.AddMinutes(-11)), Cancel);
        }

        Assert.StartsWith("ok: Something is late\n\nLate deliveries: 1", await desk.AskAsync("status"), StringComparison.Ordinal);
        await bench.SendAsync();
        Assert.StartsWith("ok: Everything is fine", await desk.AskAsync("status"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_status_counts_the_messages_that_stand_in_the_channel(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();
        await using var desk = new AdminDesk(database);

        Assert.Contains("this channel: 3 sent 6 Jan 15:00 JST", await desk.AskAsync("status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_says_until_when_a_briefing_of_a_day_to_come_waits()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var honolulu = new Series("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"));
        await using var bench = new Bench(database, series: [honolulu]);
        await bench.PlanThreadAsync();
        await using var desk = new AdminDesk(database, honolulu);

        Assert.Contains(" (from 6 Jan 0:00 ", await desk.AskAsync("status"), StringComparison.Ordinal);
        Assert.Contains("（1/6 0:00", await desk.AskAsync("status", Locale.Japanese), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_that_is_not_for_the_workspace_is_not_even_known_there()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database, new Series("us-ai", "US AI", Tokyo) { Workspaces = ["fake:X"] });

        Assert.Contains("No series", await desk.AskAsync("subscribe"), StringComparison.Ordinal);
        Assert.DoesNotContain("US AI", await desk.AskAsync("status"), StringComparison.Ordinal);
        Assert.StartsWith("ok: \"US AI\"", await desk.AskAsync("subscribe", workspace: "X"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("schedule 8:00")]
    [InlineData("unsubscribe")]
    [InlineData("subscriptions")]
    [InlineData("status")]
    [InlineData("")]
    public async Task Who_is_no_admin_is_refused_and_nothing_happens(string text)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.StartsWith("no:", await desk.AskAsync(text, isAdmin: false), StringComparison.Ordinal);

        Assert.Empty(desk.Probe.Asked);
        Assert.Empty(await desk.SubscriptionsAsync());
    }

    [Theory]
    [InlineData("", "ok: Manages this")]
    [InlineData("help", "ok: Manages this")]
    [InlineData("explode", "no: There is no subcommand \"explode\"")]
    public async Task Without_an_instruction_it_says_what_there_is(string text, string begins)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        var reply = await desk.AskAsync(text);

        Assert.StartsWith(begins, reply, StringComparison.Ordinal);
        Assert.Contains("/briefing unsubscribe", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_channel_nothing_can_be_subscribed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.StartsWith("no: Use this in the channel", await desk.AskAsync("subscribe", channel: ""), StringComparison.Ordinal);
        Assert.StartsWith("no: Use this in the channel", await desk.AskAsync("unsubscribe", channel: ""), StringComparison.Ordinal);
    }
}

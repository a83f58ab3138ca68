using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Testing.Databases;

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

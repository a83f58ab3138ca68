using Bot.Archive.Entities;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

public class DeliveryPlannerTests
{
    [Theory, BothDatabases]
    public async Task Each_subscription_gets_one_delivery_with_its_sections(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(2);
        await bench.SubscribeAsync(1, "V", "outlook");
        await bench.StoreAsync("root: news\nstartups: one||more\noutlook: two");

        Assert.Equal((3, 0, 0), await bench.PlanAsync() is var result ? (result.Created, result.Existing, result.Revised) : default);
        Assert.Equal((0, 3, 0), await bench.PlanAsync() is var again ? (again.Created, again.Existing, again.Revised) : default);

        Assert.Equal(
            "root1 startups1 startups2 outlook1 root1 startups1 startups2 outlook1 root1 outlook1",
            string.Join(' ', (await bench.PostsAsync()).Select(post => post.Section + post.Part))
        );
        Assert.Equal(10, (await bench.PostsAsync()).Select(post => post.Key).Distinct().Count());
        Assert.Equal(["fake:W", "fake:W", "fake:V"], (await bench.DeliveriesAsync()).Select(delivery => delivery.Token));
    }

    [Theory, BothDatabases]
    public async Task A_payload_is_rendered_and_kept_once_however_many_get_it(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(700);
        await bench.StoreAsync("root: news\noutlook: two");

        await bench.PlanAsync();

        Assert.Equal(1, bench.Composer.Composed);
        await using var context = database.CreateContext();
        Assert.Equal(2, await context.Payloads.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1400, await context.Posts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task The_history_is_read_only_for_a_thread_that_is_composed(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(2);
        await bench.StoreAsync("root: earlier");
        await using (var context = database.CreateContext())
        {
            var day = Bench.Date.AddDays(-1);
            await context.Briefings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Date, day), TestContext.Current.CancellationToken);
        }

        await bench.StoreAsync("root: news");
        await bench.PlanAsync();
        await bench.PlanAsync();
        Assert.Equal(1, bench.Composer.Searched);

        await bench.StoreAsync("root: corrected");
        await bench.PlanAsync();
        Assert.Equal(2, bench.Composer.Searched);
    }

    [Theory, BothDatabases]
    public async Task Planners_that_race_plan_everything_once(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await using var other = new Bench(database, like: bench);
        await bench.SubscribeAsync(60);
        await bench.StoreAsync("root: news\noutlook: two");

        var results = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => Task.Run(() => (number % 2 == 0 ? bench : other).PlanAsync()))
        );

        Assert.Equal(60, results.Sum(result => result.Created));
        Assert.Equal(60, (await bench.DeliveriesAsync()).Count);
        Assert.Equal(120, (await bench.PostsAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task What_a_verb_without_the_tokens_cannot_reach_is_left_to_the_service(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync();
        await using (var context = database.CreateContext())
        {
            context.Add(
                new Subscription
                {
                    Platform = "elsewhere",
                    Workspace = "W",
                    Channel = "C",
                    Series = Bench.Series,
                    IsActive = true,
                    CreatedAt = bench.Now,
                }
            );
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.StoreAsync("root: news", unplanned: true);
        Assert.Equal((1, 1), await bench.PlanAsync() is var result ? (result.Created, result.WithoutPlatform) : default);
        Assert.True(await IsUnplannedAsync(database));

        // The service has every available platform: whatever it cannot reach is not left waiting.
        await bench
            .Get<DeliveryPlanner>()
            .PlanAsync(new BriefingKey(Bench.Series, Bench.Date), isService: true, TestContext.Current.CancellationToken);
        Assert.False(await IsUnplannedAsync(database));
        Assert.Single(await bench.DeliveriesAsync());
    }

    private static async Task<bool> IsUnplannedAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Briefings.Select(briefing => briefing.IsUnplanned).SingleAsync(TestContext.Current.CancellationToken);
    }

    [Theory, BothDatabases]
    public async Task A_held_or_missing_briefing_is_not_planned(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync();
        Assert.Equal(PlanStatus.NotFound, (await bench.PlanAsync()).Status);
        await bench.StoreAsync("root: news", held: true);

        Assert.Equal(PlanStatus.Held, (await bench.PlanAsync()).Status);
        Assert.Empty(await bench.DeliveriesAsync());
    }

    [Theory, BothDatabases]
    public async Task A_section_that_cannot_be_rendered_fails_alone(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync();
        await bench.StoreAsync("root: news\nstartups: POISON\noutlook: two");

        Assert.Equal(["startups"], (await bench.PlanAsync()).Unrendered);
        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Failed outlook=Sent", await bench.StatesAsync());
        Assert.Equal(Reasons.RenderFailed, (await bench.PostsAsync())[1].Reason);
    }

    [Theory, BothDatabases]
    public async Task A_revision_edits_appends_and_withdraws_once(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(lines: "root: news\nstartups: one\noutlook: two\nanalysis: same");
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: one, corrected\nanalysis: same\ninsights: new");

        Assert.Equal(1, (await bench.PlanAsync()).Revised);
        Assert.Equal(0, (await bench.PlanAsync()).Revised);
        await bench.SendAsync();

        Assert.Equal(
            ["Edit startups", "Append insights", "Edit outlook"],
            (await bench.PostsAsync()).Where(post => post.Kind != PostKind.Original).Select(post => $"{post.Kind} {post.Section}")
        );
        Assert.Equal(
            ["<p>news</p>", "<p>one, corrected</p>", "<p>withdrawn</p>", "<p>same</p>", "<p>new</p>"],
            bench.Platform.Log.Select(message => message.Payload)
        );
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        Assert.Equal(DeliveryState.Done, (await bench.DeliveriesAsync())[0].State);
    }

    [Theory, BothDatabases]
    public async Task A_revision_never_changes_what_may_have_left(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) => request.ThreadId is null ? Reaction.Accept : Reaction.Wait(TimeSpan.FromMinutes(1));
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        var before = await bench.PostsAsync();
        await bench.StoreAsync("root: other\nstartups: one\noutlook: two");
        await bench.PlanAsync();

        Assert.Equal(before.Select(Frozen), (await bench.PostsAsync()).Take(3).Select(Frozen));
        Assert.Equal(PostKind.Edit, (await bench.PostsAsync())[3].Kind);
        static (string, string) Frozen(Post post) => (post.Key, post.PayloadHash);
    }

    [Theory, BothDatabases]
    public async Task A_revision_of_what_nobody_has_attempted_takes_its_place(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Composer.GivesNotice = true;
        await bench.PlanThreadAsync();
        var before = await bench.PostsAsync();
        await bench.StoreAsync("root: other\nstartups: one\ninsights: new");

        Assert.Equal(1, (await bench.PlanAsync()).Revised);
        Assert.Equal(0, (await bench.PlanAsync()).Revised);
        await bench.SendAsync();

        Assert.Equal(["<p>other</p>", "<p>one</p>", "<p>new</p>"], bench.Platform.Log.Select(message => message.Payload));
        Assert.Empty(bench.Platform.Edits);
        var after = await bench.PostsAsync();
        Assert.All(after, post => Assert.Equal((PostKind.Original, 2), (post.Kind, post.Revision)));
        // The same post has the same key, whatever its content.
        Assert.Equal(before.Take(2).Select(post => post.Key), after.Take(2).Select(post => post.Key));
        Assert.Empty(bench.Composer.Compared);
    }

    [Theory, BothDatabases]
    public async Task H23_An_edit_that_a_newer_revision_has_overtaken_is_never_sent(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        bench.Platform.OnEdit = _ => Reaction.Wait(TimeSpan.FromMinutes(10));
        await bench.StoreAsync("root: news\nstartups: second\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: third\noutlook: two");
        await bench.PlanAsync();
        bench.Platform.OnEdit = _ => Reaction.Accept;

        await bench.AdvanceAndSendAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("<p>third</p>", Assert.Single(bench.Platform.Edits).Payload);
        Assert.Equal(
            [(PostState.Cancelled, Reasons.Overtaken), (PostState.Sent, null)],
            (await bench.PostsAsync()).Where(post => post.Kind == PostKind.Edit).Select(post => (post.State, post.Reason))
        );
    }

    [Theory, BothDatabases]
    public async Task H23_An_edit_whose_turn_has_come_does_not_begin_when_a_newer_one_was_planned_meanwhile(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        foreach (var text in new[] { "second", "third" })
        {
            await bench.StoreAsync($"root: news\nstartups: {text}\noutlook: two");
            await bench.PlanAsync();
        }

        await bench.ReleaseAsync();
        var lease = (await bench.Get<LeaseStore>().TakeAsync("fake:W", "one", TimeSpan.FromMinutes(1), CancellationToken.None))!.Stamp;
        var (edits, delivery) = (
            (await bench.PostsAsync()).Where(post => post.Kind == PostKind.Edit).ToList(),
            (await bench.DeliveriesAsync())[0]
        );

        Assert.False(await bench.Get<SendLedger>().BeginAsync(edits[0], delivery, lease, CancellationToken.None));
        Assert.True(await bench.Get<SendLedger>().BeginAsync(edits[1], delivery, lease, CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_revision_that_goes_back_edits_back(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        foreach (var lines in new[] { "root: news\nstartups: other", "root: news\nstartups: one\noutlook: two" })
        {
            await bench.StoreAsync(lines);
            await bench.PlanAsync();
            await bench.SendAsync();
        }

        Assert.Equal(["<p>news</p>", "<p>one</p>", "<p>two</p>"], bench.Platform.Log.Select(message => message.Payload));
    }

    [Theory, BothDatabases]
    public async Task A_preview_names_channels_and_sections_and_writes_nothing(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync();
        await bench.SubscribeAsync(1, "V", "outlook", "insights");

        var preview = await bench
            .Get<DeliveryPlanner>()
            .PreviewAsync(
                new BriefingKey(Bench.Series, Bench.Date),
                [SectionKind.Outlook, SectionKind.Startups],
                null,
                isWanted: false,
                CancellationToken.None
            );

        Assert.Equal(
            ["W: startups, outlook", "V: outlook"],
            preview.Select(delivery => $"{delivery.Workspace}: {string.Join(", ", delivery.Sections)}")
        );
        Assert.All(preview, delivery => Assert.Equal(bench.Now, delivery.DueAt));
        Assert.Empty(await bench.DeliveriesAsync());
    }

    [Theory, BothDatabases]
    public async Task Languages_are_rendered_apart(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var subscriptions = await bench.SubscribeAsync(4);
        await using (var context = database.CreateContext())
        {
            context.AttachRange(subscriptions);
            subscriptions[1].Locale = Locale.English;
            subscriptions[3].Locale = Locale.English;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.StoreAsync("root: news");
        await bench.PlanAsync();

        Assert.Equal(2, bench.Composer.Composed);
    }
}

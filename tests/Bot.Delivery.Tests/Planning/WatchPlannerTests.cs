using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

public sealed class WatchPlannerTests
{
    private static readonly FixtureBriefing Day = new() { Date = Bench.Date };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_match_is_told_once_to_its_owner_alone(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await WatchAsync(bench, "U1", "D1", "stage:series-b");
        await WatchAsync(bench, "U2", "D2", "company:nobody");
        await StoreAsync(bench, Day);

        await bench.PlanAsync();
        await bench.PlanAsync();
        await bench.SendAsync();

        var told = Assert.Single(bench.Platform.Log, message => message.Channel.Channel.StartsWith('D'));
        Assert.Equal("D1", told.Channel.Channel);
        Assert.Contains("Mossfield", told.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillstone", told.Payload, StringComparison.Ordinal);
        Assert.Contains("https://ledgerpost.example/mossfield-b", told.Payload, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_crash_between_request_and_answer_is_looked_up_and_not_repeated(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await WatchAsync(bench, "U1", "D1", "Mossfield");
        await StoreAsync(bench, Day);
        await bench.PlanAsync();
        bench.Platform.OnSend = (_, _) => Reaction.AcceptAndLose;

        await bench.SendAsync();
        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        await bench.AdvanceAndSendAsync(TimeSpan.FromMinutes(1));

        Assert.Single(bench.Platform.Log);
        Assert.NotEmpty(bench.Platform.Looks);
        Assert.Equal(PostState.Sent, Assert.Single(await bench.PostsAsync()).State);
    }

    [Theory, BothDatabases]
    public async Task A_deal_that_was_told_is_not_told_again_nor_by_a_revision(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await WatchAsync(bench, "U1", "D1", "stage:series-b");
        await StoreAsync(bench, Day with { Date = Bench.Date.AddDays(-1) });
        await bench.PlanAsync(day: Bench.Date.AddDays(-1));
        await StoreAsync(bench, Day);
        await bench.PlanAsync();
        await StoreAsync(bench, Day with { Date = Bench.Date.AddDays(-1), Lead = "corrected" });
        await bench.PlanAsync(day: Bench.Date.AddDays(-1));

        Assert.Equal(Bench.Date.AddDays(-1), Assert.Single(await bench.DeliveriesAsync()).Date);
        Assert.Single(await bench.PostsAsync());
    }

    [Theory, BothDatabases]
    public async Task A_refused_message_pauses_the_watch_and_its_rule_again_ends_that(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var owner = await WatchAsync(bench, "U1", "D1", "Mossfield");
        await StoreAsync(bench, Day);
        await bench.PlanAsync();
        bench.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.PermissionMissing);

        await bench.SendAsync();

        var store = bench.Get<WatchStore>();
        Assert.NotNull(Assert.Single(await store.OfAsync(owner, Cancel)).Paused);
        Assert.Equal(1, await store.AddAsync(owner, Bench.Series, "D1", "Mossfield", Locale.Japanese, Cancel));
        Assert.Null(Assert.Single(await store.OfAsync(owner, Cancel)).Paused);
        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        await bench.AdvanceAndSendAsync(TimeSpan.FromMinutes(10));
        Assert.Single(bench.Platform.Log);
    }

    [Theory, BothDatabases]
    public async Task What_ended_is_not_told_and_a_removed_workspace_is_forgotten(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var owner = await WatchAsync(bench, "U1", "D1", "Mossfield");
        await StoreAsync(bench, Day);
        await bench.PlanAsync();
        var store = bench.Get<WatchStore>();

        Assert.True(await store.RemoveAsync(owner, 1, Cancel));
        Assert.False(await store.RemoveAsync(owner, 1, Cancel));
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Log);

        Assert.Equal(2, await store.AddAsync(owner, Bench.Series, "D1", "Mossfield", Locale.Japanese, Cancel));
        await bench.Get<IWorkspaceEvents>().RemovedAsync(bench.Platform.Id, "W", Cancel);
        Assert.Empty(await store.OfAsync(owner, Cancel));
        await using var context = database.CreateContext();
        Assert.DoesNotContain(await context.Subscriptions.ToListAsync(Cancel), row => row.Owner == "U1" || row.Filter is not null);
    }

    [Theory, BothDatabases]
    public async Task Watches_are_no_subscriptions_of_a_channel(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await WatchAsync(bench, "U1", "D1", "Mossfield");

        Assert.Empty(await bench.Get<SubscriptionStore>().ListAsync(Cancel));
        Assert.Empty(
            await bench.Get<ChannelSubscriptions>().OfChannelAsync(new ChannelAddress(bench.Platform.Id, "W", "D1"), null, null, Cancel)
        );
        await StoreAsync(bench, Day);
        Assert.Equal(0, (await bench.PlanAsync()).Created);
    }

    [Theory, BothDatabases]
    public async Task One_person_has_at_most_so_many(TestDatabase database)
    {
        await using var bench = new Bench(database);
        for (var number = 1; number <= WatchStore.MostOfOne; number++)
        {
            await WatchAsync(bench, "U1", "D1", $"word{number}");
        }

        var owner = new WatchOwner(bench.Platform.Id, "W", "U1");
        var store = bench.Get<WatchStore>();
        Assert.Null(await store.AddAsync(owner, Bench.Series, "D1", "more", Locale.Japanese, Cancel));
        Assert.Equal(1, await store.AddAsync(owner with { User = "U2" }, Bench.Series, "D2", "more", Locale.Japanese, Cancel));
    }

    private static async Task<WatchOwner> WatchAsync(Bench bench, string user, string channel, string rule)
    {
        var owner = new WatchOwner(bench.Platform.Id, "W", user);
        Assert.NotNull(await bench.Get<WatchStore>().AddAsync(owner, Bench.Series, channel, rule, Locale.Japanese, Cancel));
        return owner;
    }

    /// <summary>A while after the watches were made.</summary>
    private static async Task StoreAsync(Bench bench, FixtureBriefing briefing)
    {
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench
            .Get<BriefingArchive>()
            .SaveAsync(
                new SaveRequest
                {
                    Series = Bench.Series,
                    Date = briefing.Date,
                    Reading = briefing.Read(),
                    Origin = "test",
                },
                Cancel
            );
    }
}

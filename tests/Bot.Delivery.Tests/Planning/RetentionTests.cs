using Bot.Archive.Entities;
using Bot.Archive.Retention;
using Bot.Chat;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

/// <summary>What the posts of old deliveries said may go; what they showed, and to whom, is still known.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(91);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task After_its_contents_are_gone_a_thread_is_corrected_where_it_changes_and_nowhere_else(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.SweepAsync();
        bench.Time.Advance(Old);

        // As if killed after the first step: one content is gone, two are there.
        Assert.Equal(new Removal(1, false), await RemoveAsync(bench, most: 1));
        await bench.StoreAsync("root: news\nstartups: one, corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();

        Assert.Equal("<p>one, corrected</p>", Assert.Single(bench.Platform.Edits).Payload);
        Assert.Equal(["<p>news</p>", "<p>one, corrected</p>", "<p>two</p>"], Contents(bench).Take(3));
        await bench.SweepAsync();
        // The correction is young.
        await RemoveAsync(bench);
        await using (var context = database.CreateContext())
        {
            Assert.Equal(
                ["<p>one, corrected</p>"],
                await context
                    .Payloads.Where(payload => payload.Content != Payload.Removed)
                    .Select(payload => payload.Content)
                    .ToListAsync(Cancel)
            );
        }

        bench.Time.Advance(Old);
        Assert.Equal(new Removal(1, true), await RemoveAsync(bench));
        await bench.StoreAsync("root: news\nstartups: one\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();

        // The text of the first revision, whose content had been removed, is frozen and sent again.
        Assert.Equal(["<p>one, corrected</p>", "<p>one</p>"], bench.Platform.Edits.Select(edit => edit.Payload));
    }

    [Theory, BothDatabases]
    public async Task What_is_open_stays_however_old_it_is(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, _) => Reaction.Lose;
        bench.Platform.OnFind = _ => new Chat.Platforms.FindOutcome.RetryAfter(null, "away");
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        bench.Time.Advance(Old);

        Assert.Equal(new Removal(0, true), await RemoveAsync(bench));

        Assert.Contains("root=Uncertain", await bench.StatesAsync(), StringComparison.Ordinal);
        await using var context = database.CreateContext();
        Assert.False(await context.Payloads.AnyAsync(payload => payload.Content == Payload.Removed, Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_is_no_longer_kept_cannot_be_resent_but_recalled(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) =>
            request.Payload.Contains("one", StringComparison.Ordinal)
                ? Reaction.Refuse(Chat.Platforms.RejectReason.PayloadRefused)
                : Reaction.Accept;
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.SweepAsync();
        bench.Time.Advance(Old);
        await RemoveAsync(bench);
        var delivery = Assert.Single(await bench.DeliveriesAsync()).Id;

        var resent = await bench.Get<DeliveryOperations>().ResendAsync(delivery, "test", Cancel);
        Assert.Equal((OperationStatus.NotPossible, true), (resent.Status, resent.IsContentRemoved));
        var recalled = await bench.Get<DeliveryOperations>().RecallAsync(delivery, "test", Cancel);
        Assert.Equal((OperationStatus.Done, 2), (recalled.Status, recalled.Posts));
        await bench.SendAsync();

        Assert.All(bench.Platform.Log, message => Assert.True(message.Deleted));
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_planned_with_a_content_that_was_removed_since_it_was_frozen(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        var subscription = Assert.Single(await bench.SubscribeAsync(1, "X"));
        await using var context = database.CreateContext();
        var briefing = await context.Briefings.SingleAsync(Cancel);
        var post = (await bench.PostsAsync())[0];
        await context.Payloads.ExecuteUpdateAsync(set => set.SetProperty(payload => payload.Content, Payload.Removed), Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            bench
                .Get<PlanLedger>()
                .AddAsync(
                    new BriefingKey(Bench.Series, Bench.Date),
                    [subscription],
                    _ => new StoredDelivery
                    {
                        SubscriptionId = subscription.Id,
                        Token = "fake:X",
                        Platform = "fake",
                        Workspace = "X",
                        Channel = "C1",
                        Series = Bench.Series,
                        Date = Bench.Date,
                        BriefingId = briefing.Id,
                        Posts =
                        {
                            new Post
                            {
                                Key = "another",
                                Section = post.Section,
                                Part = 1,
                                PayloadHash = post.PayloadHash,
                            },
                        },
                    },
                    Cancel
                )
        );
        Assert.Single(await bench.DeliveriesAsync());

        // The next planning freezes it again.
        await bench.PlanAsync();
        await bench.SendAsync("X");
        Assert.Equal(["<p>news</p>", "<p>one</p>", "<p>two</p>"], Contents(bench));
    }

    private static IEnumerable<string> Contents(Bench bench) => bench.Platform.Log.Select(message => message.Payload);

    private static Task<Removal> RemoveAsync(Bench bench, int most = 100) =>
        bench.Get<ArchiveRetention>().RemoveSomeAsync(RetainedKind.Payloads, most, Cancel);
}

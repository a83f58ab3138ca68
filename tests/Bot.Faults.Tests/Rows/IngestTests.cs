using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;
using Bot.Intake;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows D8, D9 and D14: documents that arrive twice, differ, or can't be rendered.</summary>
public sealed class IngestTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    [Trait("Fault", "D8")]
    public async Task D8_The_same_document_by_eight_ways_at_once_is_one_briefing_posted_once(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.SubscribeAsync(("T1", "c1"), ("T1", "c2"));
        var receipts = new Receipt[8];

        await Parallel.ForAsync(
            0,
            receipts.Length,
            Cancellation,
            async (way, _) => receipts[way] = await stage.IngestAsync(Stage.Briefing(Day))
        );
        await stage.StartAsync();
        await stage.UntilDoneAsync(2);

        Assert.Single(receipts, receipt => receipt.Status == ReceiptStatus.New);
        Assert.Equal(7, receipts.Count(receipt => receipt.Status == ReceiptStatus.Same));
        await using var context = stage.Context();
        Assert.Equal(1, await context.Briefings.CountAsync(Cancellation));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D9")]
    public async Task D9_A_changed_document_adds_rows_and_leaves_what_was_frozen(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.SubscribeAsync(("T1", "c1"));
        await stage.IngestAsync(Stage.Briefing(Day));

        // A revision before anything was attempted replaces the first; a later one is added.
        await stage.IngestAsync(Stage.Briefing(Day, "二番目の版"));
        var planned = (await stage.DeliveriesAsync())[0].Posts;
        Assert.All(planned, post => Assert.Equal((PostKind.Original, 2), (post.Kind, post.Revision)));
        var before = planned.ToDictionary(post => post.Key, post => post.PayloadHash);
        await stage.StartAsync();
        await stage.UntilDoneAsync(1);
        await stage.IngestAsync(Stage.Briefing(Day, "三番目の版"));
        var delivery = Assert.Single(
            await stage.UntilAsync(all => all[0].Revision == 3 && all[0].State == DeliveryState.Done, "the third revision was there")
        );

        Assert.All(before, row => Assert.Equal(row.Value, delivery.Posts.Single(post => post.Key == row.Key).PayloadHash));
        Assert.Contains(delivery.Posts, post => post is { Kind: PostKind.Edit, Revision: 3, State: PostState.Sent });
        Assert.True(stage.Count(LogKind.Edited, "edit") > 0);
        Checking.HistoryChecker.Verify(await stage.HistoryAsync());
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D14")]
    public async Task D14_A_section_that_cannot_be_rendered_fails_alone(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        stage.Wrap = platform => new PoisonPlatform(platform) { Render = text => text.Contains("順番どおりに", StringComparison.Ordinal) };
        await stage.SubscribeAsync(("T1", "c1"));
        await stage.IngestAsync(Stage.Briefing(Day));

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync(1));

        var failed = Assert.Single(delivery.Posts, post => post.State != PostState.Sent);
        Assert.Equal((PostState.Failed, Reasons.RenderFailed), (failed.State, failed.Reason));
        Assert.NotEqual(0, failed.Ordinal);
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D14")]
    public async Task D14_A_payload_on_which_the_adapter_throws_ends_by_itself_and_the_rest_proceeds(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        stage.Wrap = platform => new PoisonPlatform(platform) { Send = payload => payload.Contains("section-2", StringComparison.Ordinal) };
        await stage.PlanAsync("c1");
        await stage.PlanAsync("c2");

        await stage.StartAsync();
        var deliveries = await stage.UntilAsync(
            all =>
                all.All(delivery =>
                    delivery.Posts[2].State is PostState.Failed or PostState.Parked
                    && delivery.Posts.All(post => post.State is not (PostState.Planned or PostState.Sending or PostState.Uncertain))
                ),
            "the poison had ended, and nothing was under way"
        );

        Assert.All(deliveries, delivery => Assert.InRange(delivery.Posts[2].Attempts, 1, 20));
        await stage.UntilToldAsync();
        Assert.NotEmpty(stage.Alerts.All);
        Checking.HistoryChecker.Verify(await stage.HistoryAsync(), isOver: false);
    }
}

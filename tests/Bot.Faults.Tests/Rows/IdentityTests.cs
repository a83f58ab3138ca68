using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows H1 and H2: a post's identity must survive wrong clocks and old databases.</summary>
public sealed class IdentityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Our clock is minutes ahead of the platform's, or behind it; the answers for the root and a reply are lost, and the process ends
    /// before it looks for the root.
    /// </summary>
    [Theory]
    [Trait("Fault", "H1")]
    [OnEveryPlatform(-540, Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform(-60, Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform(-6, Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform(6, Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform(60, Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform(540, Only = [Platforms.Slack, Platforms.Discord])]
    public async Task H1_A_wrong_clock_and_lost_answers_post_nothing_twice(Scene scene, int minutes)
    {
        await using var stage = await Stage.SetAsync(scene);
        // Long enough for the first process to end before it looks.
        stage.Options.Looks = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)];
        stage.Clock.Shift(TimeSpan.FromMinutes(minutes));
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = true });
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = false });
        await stage.PlanAsync();

        await using (var first = await stage.StartAsync())
        {
            await stage.Chat.Log.WaitForAsync(
                entry => entry is { Kind: LogKind.Accepted, Operation: "send" },
                Swift.Deadline,
                Cancellation
            );
        }

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.All(delivery.Posts, post => Assert.Equal(PostState.Sent, post.State));
        Assert.Equal(4, stage.Count(LogKind.Accepted, "send"));
    }

    /// <summary>What the backup predates: every post, those after the root and a reply, or a correction sent since.</summary>
    [Theory]
    [Trait("Fault", "H2")]
    [OnEveryPlatform("every post", Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform("the rest of the thread", Only = [Platforms.Slack, Platforms.Discord])]
    [OnEveryPlatform("every post and a correction", Only = [Platforms.Slack, Platforms.Discord])]
    public async Task H2_Whatever_a_restored_backup_is_from_before_nothing_is_posted_twice(Scene scene, string before)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.ForgetNonces();
        await stage.PlanAsync();
        await using (var first = await stage.StartAsync())
        {
            await stage.UntilDoneAsync();
            if (before == "every post and a correction")
            {
                await CorrectAsync(stage);
                await stage.UntilAsync(_ => stage.Count(LogKind.Edited, "edit") >= 4, "every post was edited");
            }
        }

        await Backup.SetBackAsync(
            stage,
            before == "the rest of the thread" ? 2 : 0,
            [.. (await stage.DeliveriesAsync()).Select(delivery => delivery.Id)]
        );
        stage.Options.VerifyBeforeSending = true;
        await stage.StartAsync();
        await stage.UntilAsync(all => all.All(delivery => delivery.State == DeliveryState.Done), "every delivery was done");

        Assert.Equal(4, stage.Count(LogKind.Accepted, "send"));
    }

    /// <summary>Rows of a revision that changes every post.</summary>
    private static async Task CorrectAsync(Stage stage)
    {
        await using var context = stage.Context();
        var delivery = await context.Deliveries.Include(row => row.Posts).SingleAsync(Cancellation);
        foreach (var post in delivery.Posts.OrderBy(post => post.Ordinal).ToList())
        {
            var payload = PostPlan.Freeze(stage.Chat.Id, stage.Chat.PayloadOf($"corrected {post.Section}"));
            context.Add(payload);
            delivery.Posts.Add(
                new Post
                {
                    Key = PostKey.Of(delivery.SubscriptionId, Stage.Series, delivery.Date, post.Section, 1, revision: 2).Value,
                    Kind = PostKind.Edit,
                    Ordinal = post.Ordinal + 10,
                    Section = post.Section,
                    Part = 1,
                    Revision = 2,
                    PayloadHash = payload.Hash,
                    NextAt = stage.Clock.GetUtcNow(),
                    ExpiresAt = delivery.ExpiresAt,
                }
            );
        }

        (delivery.State, delivery.NextAt) = (DeliveryState.Open, stage.Clock.GetUtcNow());
        await context.SaveChangesAsync(Cancellation);
    }
}

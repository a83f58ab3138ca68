using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows A: what may happen to a request that left. None of these may be answered by blindly sending again.</summary>
public sealed class AroundTheSendTests
{
    [Theory, OnEveryPlatform]
    [Trait("Fault", "A6")]
    public async Task A6_A_lost_response_is_looked_up_and_never_sent_again(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = true });
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = false });
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.All(delivery.Posts, post => Assert.Equal((PostState.Sent, 1), (post.State, post.Attempts)));
        Assert.Equal(2, delivery.Posts.Count(post => post.Reason == Reasons.Found));
        Assert.Equal(stage.Chat.LooksByRepeating ? 6 : 4, stage.Count(LogKind.Asked, "send"));
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "A7")]
    public async Task A7_A_post_that_appears_after_the_timeout_is_caught_by_the_second_look(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        // Gives up after 3 s, of which a busy machine may take one or two to bring the request to the server; looks 0.1 s later, whereupon
        // the post appears, and again after 5 s.
        stage.Options.SendTimeout = TimeSpan.FromSeconds(3);
        stage.Options.Looks = [TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(5)];
        var looked = new TaskCompletionSource();
        stage.Chat.Script.Add(new Fault(Decision.Late(looked.Task), Answer.Honest) { Operation = "send", Root = true });
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(
            entry => scene.Platform == Platforms.TestChat ? entry.Kind == LogKind.Absent : IsSecondRequest(stage, entry),
            Swift.Deadline,
            TestContext.Current.CancellationToken
        );
        looked.SetResult();
        var root = Assert.Single(await stage.UntilDoneAsync()).Posts[0];

        Assert.Equal((PostState.Sent, Reasons.Found, 1), (root.State, root.Reason, root.Attempts));
        if (scene.Platform != Platforms.TestChat)
        {
            // Other platforms' look-ups name no key, so their log does not say what they found.
            return;
        }

        Assert.Equal(
            [LogKind.Absent, LogKind.Accepted, LogKind.Found],
            stage.Kinds(root.Key, LogKind.Absent, LogKind.Accepted, LogKind.Found)
        );
    }

    /// <summary>The look-up of the only post that was asked for so far, also where it repeats the request.</summary>
    private static bool IsSecondRequest(Stage stage, LogEntry entry) =>
        entry is { Kind: LogKind.Asked, Operation: "find" }
        || (entry is { Kind: LogKind.Asked, Operation: "send" } && stage.Count(LogKind.Asked, "send") > 1);

    [Theory]
    [Trait("Fault", "A8")]
    [OnEveryPlatform(AnswerKind.Partial, true)]
    [OnEveryPlatform(AnswerKind.Partial, false)]
    [OnEveryPlatform(AnswerKind.NotJson, true)]
    [OnEveryPlatform(AnswerKind.NotJson, false)]
    public async Task A8_A_success_that_cannot_be_read_is_neither_success_nor_failure(Scene scene, AnswerKind answer, bool isAccepted) =>
        await UnclearAsync(scene, Answer.Of(answer), isAccepted);

    [Theory]
    [Trait("Fault", "A9")]
    [OnEveryPlatform(500, true)]
    [OnEveryPlatform(500, false)]
    [OnEveryPlatform(502, true)]
    [OnEveryPlatform(502, false)]
    [OnEveryPlatform(503, true)]
    [OnEveryPlatform(504, true)]
    [OnEveryPlatform(504, false)]
    public async Task A9_A_server_error_says_nothing_about_what_was_done(Scene scene, int status, bool isAccepted) =>
        await UnclearAsync(scene, Answer.WithStatus(status), isAccepted);

    [Fact]
    [Trait("Fault", "A9")]
    public async Task A9_A_503_with_a_documented_wait_is_a_refusal_and_needs_no_look()
    {
        await using var stage = await Stage.SetAsync();
        stage.Chat.Script.Add(new Fault(Decision.Ignore, Answer.WithStatus(503, "0.2")) { Operation = "send" });
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilDoneAsync();

        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
        Assert.Equal(5, stage.Count(LogKind.Asked, "send"));
    }

    [Theory]
    [Trait("Fault", "A10")]
    [OnEveryPlatform(true)]
    [OnEveryPlatform(false)]
    public async Task A10_An_error_that_may_have_succeeded_in_part_is_looked_up(Scene scene, bool isAccepted) =>
        await UnclearAsync(scene, Answer.Of(AnswerKind.InternalError), isAccepted);

    [Theory]
    [Trait("Fault", "A13")]
    [OnEveryPlatform(AnswerKind.SlowLoris)]
    [OnEveryPlatform(AnswerKind.EndlessHeaders)]
    [OnEveryPlatform(AnswerKind.GiantBody)]
    public async Task A13_An_answer_without_end_costs_its_own_channel_a_look_and_the_others_nothing(Scene scene, AnswerKind answer)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Options.SendTimeout = TimeSpan.FromSeconds(3);
        var (slow, quick) = (stage.At("T1", "slow"), stage.At("T1", "quick"));
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Of(answer)) { Operation = "send", Channel = slow });
        await stage.PlanAsync("slow");
        await stage.PlanAsync("quick");
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        await stage.StartAsync();
        var deliveries = await stage.UntilDoneAsync();

        Assert.Equal(
            Reasons.Found,
            deliveries.Single(delivery => slow.EndsWith(delivery.Channel, StringComparison.Ordinal)).Posts[0].Reason
        );
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 64 << 20);
        if (answer == AnswerKind.SlowLoris)
        {
            // The other two are cut off by size, at once. What follows in the slow channel waited for its look-up.
            var first = stage.Chat.Log.All.Where(entry => entry.Kind == LogKind.Accepted && entry.Channel == slow).Skip(1).First();
            var last = stage.Chat.Log.All.Last(entry => entry.Kind == LogKind.Accepted && entry.Channel == quick);
            Assert.True(last.Sequence < first.Sequence, "The quick channel waited for the slow one.");
        }
    }

    [Theory]
    [Trait("Fault", "A17")]
    [OnEveryPlatform(true)]
    [OnEveryPlatform(false)]
    public async Task A17_A_pooled_connection_that_died_is_an_unknown_outcome(Scene scene, bool isAccepted)
    {
        await using var stage = await Stage.SetAsync(scene);
        var decision = isAccepted ? Decision.Accept : Decision.Ignore;
        stage.Chat.Script.Add(new Fault(decision, Answer.Reset) { Operation = "send", Reused = true });
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.Equal(isAccepted || stage.Chat.LooksByRepeating ? 0 : 1, delivery.Posts.Count(post => post.Attempts == 2));
        Assert.Equal(isAccepted && !stage.Chat.LooksByRepeating ? 4 : 5, stage.Count(LogKind.Asked, "send"));
        if (scene.Platform == Platforms.TestChat)
        {
            Assert.Equal(isAccepted ? 0 : 2, stage.Count(LogKind.Absent, "find"));
        }
    }

    /// <summary>An answer that proves nothing: looked up, and sent again only after two look-ups that found nothing.</summary>
    private static async Task UnclearAsync(Scene scene, Answer answer, bool isAccepted)
    {
        await using var stage = await Stage.SetAsync(scene);
        var decision = isAccepted ? Decision.Accept : Decision.Ignore;
        stage.Chat.Script.Add(new Fault(decision, answer) { Operation = "send", Root = true });
        stage.Chat.Script.Add(new Fault(decision, answer) { Operation = "send", Root = false });
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.All(delivery.Posts, post => Assert.Equal(PostState.Sent, post.State));
        var isAgain = !isAccepted && !stage.Chat.LooksByRepeating;
        Assert.Equal(isAgain ? 2 : 0, delivery.Posts.Count(post => post.Attempts == 2));
        Assert.Equal(isAccepted && !stage.Chat.LooksByRepeating ? 4 : 6, stage.Count(LogKind.Asked, "send"));
        if (scene.Platform == Platforms.TestChat)
        {
            Assert.Equal(isAccepted ? 0 : 4, stage.Count(LogKind.Absent, "find"));
            Assert.Equal(isAccepted ? 2 : 0, stage.Count(LogKind.Found, "find"));
        }
    }
}

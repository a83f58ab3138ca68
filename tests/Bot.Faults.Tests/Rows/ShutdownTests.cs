using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Rows;

/// <summary>
/// Row A18: told to stop in the middle of a send. (That SIGTERM does this, and a kill during it, is tested with the crashes.)
/// </summary>
public sealed class ShutdownTests
{
    [Theory, OnEveryPlatform]
    [Trait("Fault", "A18")]
    public async Task A18_A_stop_waits_for_the_answer_and_writes_it(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.PatientFor(TimeSpan.FromSeconds(60));
        stage.Options.StopGrace = TimeSpan.FromSeconds(60);
        var stopped = new TaskCompletionSource();
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Held(stopped.Task)) { Operation = "send", Root = true });
        await stage.PlanAsync();
        var first = await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Accepted, Swift.Deadline, TestContext.Current.CancellationToken);

        // From here on it knows that it must stop.
        var stopping = first.StopAsync();
        stopped.SetResult();
        await stopping;

        var posts = Assert.Single(await stage.DeliveriesAsync()).Posts;
        Assert.Equal(PostState.Sent, posts[0].State);
        Assert.All(posts.Skip(1), post => Assert.Equal((PostState.Planned, 0), (post.State, post.Attempts)));
        await stage.StartAsync();
        await stage.UntilDoneAsync();
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "A18")]
    public async Task A18_What_does_not_answer_within_the_grace_is_uncertain(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.PatientFor(TimeSpan.FromSeconds(60));
        stage.Options.StopGrace = TimeSpan.FromSeconds(0.3);
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Silence) { Operation = "send", Root = true });
        await stage.PlanAsync();
        var first = await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Accepted, Swift.Deadline, TestContext.Current.CancellationToken);

        await first.StopAsync();

        var root = Assert.Single(await stage.DeliveriesAsync()).Posts[0];
        Assert.Equal((PostState.Uncertain, Reasons.NoAnswer), (root.State, root.Reason));
        await stage.StartAsync();
        await stage.UntilDoneAsync();
        Assert.Equal(4, stage.Count(LogKind.Accepted, "send"));
    }
}

using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Bot.Faults.Tests.Staging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows B1, B3 and B12: the destination changes midway.</summary>
public sealed class DestinationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryPlatform]
    [Trait("Fault", "B1")]
    public async Task B1_A_refused_token_pauses_everything_of_it_tells_once_and_goes_on_where_it_stopped(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        var token = PauseScopes.Token(stage.Chat.TokenOf(stage.Chat.Place("T1", "c1").Workspace));
        const int channels = 5;
        foreach (var channel in Enumerable.Range(1, channels))
        {
            await stage.PlanAsync($"c{channel}");
        }

        stage.Chat.Script.Add(new Fault(Decision.Refuse(Refusals.TokenRefused), null) { Operation = "send", Root = false, Times = null });
        await stage.StartAsync();
        await stage.UntilAsync(_ => stage.Alerts.Raised.Count > 0, "somebody was told");
        await QuietAsync(stage);

        var alert = Assert.Single(stage.Alerts.Raised);
        Assert.Equal((Reasons.TokenRefused, token), (alert.Reason, alert.Subject));
        Assert.InRange(stage.Count(LogKind.Refused, "send"), 1, channels);
        Assert.All(await stage.DeliveriesAsync(), delivery => Assert.All(delivery.Posts.Skip(1), post => Assert.Equal(PostState.Planned, post.State)));

        stage.Chat.Script.Clear();
        stage.Chat.ReplaceToken();
        await stage.ResumeAsync(token);
        await stage.UntilDoneAsync();
        Assert.Equal(channels * 4, stage.Count(LogKind.Accepted, "send"));
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "B3")]
    public async Task B3_A_channel_that_is_gone_ends_its_own_thread_and_nothing_else(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        var (workspace, channel) = stage.Chat.Place("T1", "gone");
        stage.Chat.Script.Add(stage.Chat.ChannelGone with { Operation = "send", Channel = stage.At("T1", "gone"), Root = false });
        await stage.PlanAsync("gone");
        await stage.PlanAsync("there");

        await stage.StartAsync();
        var deliveries = await stage.UntilDoneAsync();

        var gone = deliveries.Single(delivery => delivery.Channel == channel);
        Assert.Equal(PostState.Sent, gone.Posts[0].State);
        Assert.Equal((PostState.Failed, Reasons.ChannelGone), (gone.Posts[1].State, gone.Posts[1].Reason));
        Assert.All(gone.Posts.Skip(2), post => Assert.True(post.State is PostState.Failed or PostState.Cancelled));
        Assert.All(deliveries.Single(delivery => delivery.Channel != channel).Posts, post => Assert.Equal(PostState.Sent, post.State));
        Assert.Equal(Reasons.ChannelGone, Assert.Single(stage.Alerts.Raised).Reason);
        await using var context = stage.Context();
        Assert.Equal(PauseScopes.Channel(stage.Chat.Id.Value, workspace, channel), (await context.Pauses.SingleAsync(Cancellation)).Scope);
        // Nothing was begun anew: a root in each channel and all replies in the other, one refusal.
        Assert.Equal(6, stage.Count(LogKind.Asked, "send"));
        Assert.Equal(1, stage.Count(LogKind.Refused, "send"));
    }

    // Slack's stage has one workspace.
    [Theory, OnEveryPlatform(Only = [Platforms.TestChat, Platforms.Discord])]
    [Trait("Fault", "B12")]
    public async Task B12_A_destination_that_never_answers_delays_nobody_else(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        var (dead, alive) = (stage.Chat.Place("dead", "c1").Workspace, stage.Chat.Place("alive", "c1").Workspace);
        stage.Options.ThreadsPerWorkspace = 4;
        stage.PatientFor(TimeSpan.FromSeconds(60));
        stage.Chat.Script.Add(new Fault(Decision.Ignore, Answer.Silence) { Channel = dead, Times = null });
        foreach (var channel in Enumerable.Range(1, 12))
        {
            await stage.PlanAsync($"c{channel}", workspace: "dead");
        }

        foreach (var channel in Enumerable.Range(1, 6))
        {
            await stage.PlanAsync($"c{channel}", workspace: "alive");
        }

        await stage.StartAsync();
        await stage.UntilAsync(
            all => all.Where(delivery => delivery.Workspace == alive).All(delivery => delivery.State == DeliveryState.Done), "the living workspace was served");

        // Not one of the dead ones has come back from its first request, and at most as many as it may have are under way.
        var asked = stage.Chat.Log.All.Where(entry => entry.Kind == LogKind.Asked && entry.Channel.StartsWith(dead + "/", StringComparison.Ordinal)).ToList();
        Assert.All(asked.GroupBy(entry => entry.Channel), group => Assert.Single(group));
        Assert.InRange(asked.Count, 0, 4);
        Checking.HistoryChecker.Verify(await stage.HistoryAsync(), isOver: false);
    }

    /// <summary>Several polls and sweeps pass without anything new on the server.</summary>
    private static async Task QuietAsync(Stage stage)
    {
        while ((await stage.Chat.Log.WaitAsync(stage.Chat.Log.All.Count, TimeSpan.FromSeconds(1), Cancellation)).Count > 0)
        {
        }
    }
}

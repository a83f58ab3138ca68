using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Bot.Faults.Tests.Staging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows B1 to B5, B9, B10 and B12: the destination changes midway.</summary>
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

        stage.Chat.Script.Add(
            new Fault(Decision.Refuse(Refusals.TokenRefused), null)
            {
                Operation = "send",
                Root = false,
                Times = null,
            }
        );
        if (stage.Chat.TokenQuestion is { } question)
        {
            // One refusal is not believed: it must be repeated when asked about.
            stage.Chat.Script.Add(new Fault(Decision.Refuse(Refusals.TokenRefused), null) { Operation = question, Times = null });
        }

        await stage.StartAsync();
        await stage.UntilToldAsync();
        await QuietAsync(stage);

        var alert = Assert.Single(stage.Alerts.All);
        Assert.Equal((Reasons.TokenRefused, token), (alert.Reason, alert.Subject));
        Assert.InRange(stage.Count(LogKind.Refused, "send"), 1, channels);
        Assert.All(
            await stage.DeliveriesAsync(),
            delivery => Assert.All(delivery.Posts.Skip(1), post => Assert.Equal(PostState.Planned, post.State))
        );

        stage.Chat.Script.Clear();
        stage.Chat.ReplaceToken();
        await stage.ResumeAsync(token);
        await stage.UntilDoneAsync();
        Assert.Equal(channels * 4, stage.Count(LogKind.Accepted, "send"));
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "B2")]
    public async Task B2_A_missing_permission_pauses_its_channel_and_the_others_go_on(Scene scene) =>
        await PausesAsync(scene, Refusals.PermissionMissing, Reasons.PermissionMissing);

    // Discord never says that a channel is locked, only that a permission is missing or a thread is locked.
    [Theory, OnEveryPlatform(Only = [Platforms.TestChat, Platforms.Slack])]
    [Trait("Fault", "B9")]
    public async Task B9_A_channel_where_posting_is_restricted_is_paused_and_goes_on_when_it_is_open_again(Scene scene) =>
        await PausesAsync(scene, Refusals.ChannelLocked, Reasons.ChannelLocked);

    [Theory, OnEveryPlatform(Only = [Platforms.Slack])]
    [Trait("Fault", "B4")]
    public async Task B4_A_bot_that_was_removed_midway_goes_on_in_the_same_thread_when_it_is_invited_again(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(
            new Fault(null, null)
            {
                Operation = "send",
                Channel = stage.At("T1", "left"),
                Root = false,
                Meanwhile = "remove-bot",
            }
        );
        var delivery = await stage.PlanAsync("left");

        await stage.StartAsync();
        await stage.UntilToldAsync();
        var alert = Assert.Single(stage.Alerts.All);
        var scope = PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel);
        Assert.Equal((Reasons.PermissionMissing, scope), (alert.Reason, alert.Subject));
        Assert.Contains("/invite", alert.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Chat.Log.All, entry => entry.Method == "conversations.join");

        // The emulator plays the person who invites it, just before the next call.
        stage.Chat.Script.Add(
            new Fault(null, null)
            {
                Operation = "send",
                Channel = stage.At("T1", "left"),
                Meanwhile = "invite-bot",
            }
        );
        await stage.ResumeAsync(scope);
        var done = Assert.Single(await stage.UntilDoneAsync());
        Assert.All(done.Posts, post => Assert.Equal(PostState.Sent, post.State));
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "B5")]
    public async Task B5_A_thread_that_a_person_deleted_is_left_alone_and_its_rest_is_cancelled(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(
            new Fault(Decision.Refuse(Refusals.ThreadGone), null)
            {
                Operation = "send",
                Root = false,
                Times = null,
            }
        );
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.Equal(
            [PostState.Sent, PostState.Failed, PostState.Cancelled, PostState.Cancelled],
            delivery.Posts.Select(post => post.State)
        );
        Assert.Equal((Reasons.ThreadGone, Reasons.ThreadGone), (delivery.Posts[1].Reason, delivery.Posts[2].Reason));
        await stage.UntilToldAsync();
        var alert = Assert.Single(stage.Alerts.All);
        Assert.Equal((Reasons.ThreadGone, $"post:{delivery.Posts[1].Key}"), (alert.Reason, alert.Subject));
        Assert.Equal((1, 1), (stage.Count(LogKind.Accepted, "send"), stage.Count(LogKind.Refused, "send")));
    }

    [Theory, OnEveryPlatform(Only = [Platforms.Slack])]
    [Trait("Fault", "B5")]
    public async Task B5_A_reply_to_a_deleted_root_does_not_stay_at_the_top_of_the_channel(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(
            new Fault(null, null)
            {
                Operation = "send",
                Root = false,
                Meanwhile = "delete-root",
            }
        );
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilAsync(all => all.All(one => one.State == DeliveryState.Done), "it was given up"));

        Assert.Equal(
            [PostState.Sent, PostState.Failed, PostState.Cancelled, PostState.Cancelled],
            delivery.Posts.Select(post => post.State)
        );
        await stage.UntilToldAsync();
        Assert.Contains("taken down", Assert.Single(stage.Alerts.All).Detail, StringComparison.Ordinal);
        Assert.Contains(stage.Chat.Log.All, entry => entry.Kind == LogKind.Deleted && entry.Key == delivery.Posts[1].Key);
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "B10")]
    public async Task B10_Content_that_is_refused_for_good_fails_alone_is_told_once_and_is_not_tried_for_ever(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(
            new Fault(Decision.Refuse(Refusals.PayloadRefused), null)
            {
                Operation = "send",
                Root = false,
                Times = null,
            }
        );
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.Equal(PostState.Sent, delivery.Posts[0].State);
        var replies = delivery.Posts.Skip(1).ToList();
        Assert.All(replies, post => Assert.Equal((PostState.Failed, Reasons.PayloadRefused), (post.State, post.Reason)));
        await stage.UntilToldAsync(replies.Count);
        Assert.Equal(
            replies.Select(post => (Reasons.PayloadRefused, $"payload:{post.PayloadHash}")),
            stage.Alerts.All.Select(alert => (alert.Reason, alert.Subject))
        );
        // As it is and, if the platform has a plainer form, once in that.
        Assert.InRange(stage.Count(LogKind.Refused, "send"), replies.Count, 2 * replies.Count);
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
        await stage.UntilToldAsync();
        Assert.Equal(Reasons.ChannelGone, Assert.Single(stage.Alerts.All).Reason);
        await using var context = stage.Context();
        Assert.Equal(PauseScopes.Channel(stage.Chat.Id.Value, workspace, channel), (await context.Pauses.SingleAsync(Cancellation)).Scope);
        // Nothing was started over: a root in each channel and all replies in the other, one refusal.
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
            all => all.Where(delivery => delivery.Workspace == alive).All(delivery => delivery.State == DeliveryState.Done),
            "the living workspace was served"
        );

        // None of the dead ones has returned from its first request, and at most as many as allowed are in flight.
        var asked = stage
            .Chat.Log.All.Where(entry => entry.Kind == LogKind.Asked && entry.Channel.StartsWith(dead + "/", StringComparison.Ordinal))
            .ToList();
        Assert.All(asked.GroupBy(entry => entry.Channel), group => Assert.Single(group));
        Assert.InRange(asked.Count, 0, 4);
        Checking.HistoryChecker.Verify(await stage.HistoryAsync(), isOver: false);
    }

    /// <summary>Refused in one of two channels: only that one is paused, and continues where it stopped.</summary>
    private static async Task PausesAsync(Scene scene, string refusal, string reason)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(
            new Fault(Decision.Refuse(refusal), null)
            {
                Operation = "send",
                Channel = stage.At("T1", "shut"),
                Root = false,
                Times = null,
            }
        );
        var shut = await stage.PlanAsync("shut");
        var open = await stage.PlanAsync("open");
        var scope = PauseScopes.Channel(shut.Platform, shut.Workspace, shut.Channel);

        await stage.StartAsync();
        await stage.UntilAsync(
            all => all.Single(delivery => delivery.Id == open.Id).State == DeliveryState.Done && stage.Alerts.All.Count > 0,
            "the open channel was served"
        );
        await QuietAsync(stage);
        var alert = Assert.Single(stage.Alerts.All);
        Assert.Equal((reason, scope), (alert.Reason, alert.Subject));
        Assert.Equal(1, stage.Count(LogKind.Refused, "send"));
        var waiting = (await stage.DeliveriesAsync()).Single(delivery => delivery.Id == shut.Id);
        Assert.All(waiting.Posts.Skip(1), post => Assert.Equal(PostState.Planned, post.State));

        stage.Chat.Script.Clear();
        await stage.ResumeAsync(scope);
        Assert.All(await stage.UntilDoneAsync(), delivery => Assert.All(delivery.Posts, post => Assert.Equal(PostState.Sent, post.State)));
    }

    /// <summary>Several polls and sweeps pass without anything new on the server.</summary>
    private static async Task QuietAsync(Stage stage)
    {
        while ((await stage.Chat.Log.WaitAsync(stage.Chat.Log.All.Count, TimeSpan.FromSeconds(1), Cancellation)).Count > 0) { }
    }
}

using Bot.Archive.Entities;
using Bot.Chat.Text;
using Bot.Delivery;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Processes;
using Bot.Faults.Tests.Staging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Crashes;

/// <summary>What a watch finds is told to its person once, in a direct message, wherever the bot dies; who refuses it sees why it stopped.</summary>
public sealed class WatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Those that only a watch comes to.</summary>
    public static IReadOnlyList<string> Checkpoints { get; } = [DeliveryCheckpoints.WatchesFrozen, DeliveryCheckpoints.WatchesPlanned];

    [Theory]
    [OnEveryPlatform(DeliveryCheckpoints.WatchesFrozen, Only = [Platforms.Slack], Processes = true)]
    [OnEveryPlatform(DeliveryCheckpoints.WatchesPlanned, Only = [Platforms.Discord], Processes = true)]
    [OnEveryPlatform(DeliveryCheckpoints.SendingCommitted, Only = [Platforms.Slack], Processes = true)]
    [OnEveryPlatform(DeliveryCheckpoints.AnswerReceived, Only = [Platforms.Discord], Processes = true)]
    public async Task A_match_is_told_once_wherever_the_bot_dies(Scene scene, string checkpoint)
    {
        await using var stage = await WatchingAsync(scene);
        if (Checkpoints.Contains(checkpoint))
        {
            await stage.CrashAsync(new KillOrder(checkpoint), "ingest", stage.Write("briefing.md", Stage.Briefing(Today(stage))));
        }
        else
        {
            await stage.IngestAsync(Stage.Briefing(Today(stage)));
            await stage.CrashAsync(new KillOrder(checkpoint));
        }

        stage.Launch();
        var delivery = Assert.Single(await stage.UntilDoneAsync(deliveries: 1));

        Assert.Equal(PostState.Sent, Assert.Single(delivery.Posts).State);
        Assert.Single(stage.Chat.Log.All, entry => entry.Kind == LogKind.Accepted && entry.Operation == "send");
    }

    [Theory, OnEveryPlatform(Only = [Platforms.Slack, Platforms.Discord])]
    public async Task A_refused_direct_message_pauses_the_watch_which_says_so(Scene scene)
    {
        await using var stage = await WatchingAsync(scene);
        stage.Chat.RefuseDirect();
        await stage.IngestAsync(Stage.Briefing(Today(stage)));
        await stage.StartAsync();
        await stage.UntilAsync(_ => IsPaused(stage), "the watch was paused");

        Assert.Contains("停止中", TextRenderer.Render((await stage.AskAsync("watches", "")).Message), StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Chat.Log.All, entry => entry.Kind == LogKind.Accepted && entry.Operation == "send");
    }

    /// <summary>A stage on which a person watches a company, of which an earlier day told already.</summary>
    private static async Task<Stage> WatchingAsync(Scene scene)
    {
        var stage = await CrashStage.SetAsync(scene, channels: 0);
        await stage.IngestAsync(Stage.Briefing(Today(stage).AddDays(-1)));
        Assert.True((await stage.AskAsync("watch", "Alpha")).Succeeded);
        await using var context = stage.Context();
        Assert.NotNull((await context.Subscriptions.SingleAsync(row => row.Platform == stage.Chat.Id.Value, Cancellation)).Owner);
        return stage;
    }

    private static bool IsPaused(Stage stage)
    {
        using var context = stage.Context();
        return context.Pauses.Any();
    }

    /// <summary>No day is over anywhere before it is in the series' zone.</summary>
    private static DateOnly Today(Stage stage) => DateOnly.FromDateTime(stage.Clock.GetUtcNow().AddHours(9).DateTime);
}

using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Schedules;
using Bot.Delivery;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Processes;
using Bot.Faults.Tests.Staging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Takes the bot to a checkpoint, lets it die there, and restarts it.</summary>
internal static class CrashStage
{
    public const string Root = "root";
    public const string Reply = "reply";

    /// <summary>A checkpoint that is not about a single post.</summary>
    public const string Any = "any";

    private const int Channels = 2;

    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Stage> SetAsync(DatabaseProvider provider, int channels = Channels) =>
        await SetAsync(new Scene(await Share.DatabaseAsync(provider), Platforms.TestChat), channels);

    public static async Task<Stage> SetAsync(Scene scene, int channels = Channels)
    {
        var stage = await Stage.SetAsync(scene);
        stage.Options.LeaseLength = TimeSpan.FromSeconds(1);
        stage.Options.LeaseRenewal = TimeSpan.FromSeconds(0.2);
        stage.Options.Looks = [TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.6)];
        // Otherwise the first answers would be that it has no token yet, and a kill there would prove nothing.
        await stage.InstallAsync();
        await stage.SubscribeAsync(Enumerable.Range(1, channels).Select(channel => ("T1", $"c{channel}")));
        return stage;
    }

    /// <summary>Dies at the checkpoint, restarts, and delivers everything once.</summary>
    public static async Task DieAtAsync(string checkpoint, DatabaseProvider provider, string post, Platforms platform)
    {
        await using var stage = await SetAsync(new Scene(await Share.DatabaseAsync(provider), platform));
        bool? isRoot = post switch
        {
            Root => true,
            Reply => false,
            _ => null,
        };
        var order = new KillOrder(checkpoint, IsRoot: isRoot);
        await (
            checkpoint switch
            {
                DeliveryCheckpoints.PayloadsFrozen or DeliveryCheckpoints.ChunkPlanned => WhilePlanningAsync(stage, order),
                DeliveryCheckpoints.RevisionPlanned => WhileRevisingAsync(stage, order),
                DeliveryCheckpoints.LeaseTaken or DeliveryCheckpoints.Recovered => WhileRecoveringAsync(stage, order),
                DeliveryCheckpoints.LookLeaving or DeliveryCheckpoints.LookAnswered or DeliveryCheckpoints.LookCommitted =>
                    WhileLookingAsync(stage, order),
                DeliveryCheckpoints.Doubted => WhenNothingCanBeWrittenAsync(stage, order),
                DeliveryCheckpoints.Dropped => AfterAFailedRootAsync(stage, order),
                DeliveryCheckpoints.PlaceHeld or DeliveryCheckpoints.PlaceFilled => AroundALateBriefingAsync(stage, order),
                DeliveryCheckpoints.Stopping or DeliveryCheckpoints.BeforeRelease => WhileStoppingAsync(stage, order),
                _ => WhileSendingAsync(stage, order),
            }
        );
        stage.Launch();
        await stage.UntilAsync(all => all.All(delivery => delivery.BriefingId is not null), "each delivery had its briefing");
        var deliveries = await stage.UntilDoneAsync(Channels);
        if (checkpoint != DeliveryCheckpoints.Dropped)
        {
            Assert.All(deliveries.SelectMany(delivery => delivery.Posts), row => Assert.Equal(PostState.Sent, row.State));
        }
    }

    /// <summary>A line holds the place of a briefing that is late, and then it comes.</summary>
    private static async Task AroundALateBriefingAsync(Stage stage, KillOrder order)
    {
        var now = stage.Clock.GetUtcNow();
        var late = ScheduleJson.Text(
            new Schedule
            {
                At = new TimeOnly(now.AddMinutes(-2).Hour, now.AddMinutes(-2).Minute),
                Zone = "UTC",
                Late = LateRule.Tell,
                TellAfter = TimeSpan.FromMinutes(1),
            }
        );
        await using (var context = stage.Context())
        {
            await context.Subscriptions.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Schedule, late).SetProperty(row => row.CreatedAt, now.AddHours(-1)),
                Cancellation
            );
        }

        if (order.At == DeliveryCheckpoints.PlaceHeld)
        {
            await stage.CrashAsync(order);
        }

        IReadOnlyList<StoredDelivery> held;
        await using (stage.Launch())
        {
            held = await stage.UntilDoneAsync(Channels);
        }

        var briefing = Stage.Briefing(held[0].Date);
        if (order.At == DeliveryCheckpoints.PlaceFilled)
        {
            await stage.CrashAsync(order, "ingest", stage.Write("briefing.md", briefing));
        }
        else
        {
            await stage.IngestAsync(briefing);
        }
    }

    private static async Task WhileSendingAsync(Stage stage, KillOrder order)
    {
        await stage.IngestAsync(Stage.Briefing(Day));
        await stage.CrashAsync(order);
    }

    private static async Task WhilePlanningAsync(Stage stage, KillOrder order) =>
        await stage.CrashAsync(order, "ingest", stage.Write("briefing.md", Stage.Briefing(Day)));

    private static async Task WhileRevisingAsync(Stage stage, KillOrder order)
    {
        await stage.IngestAsync(Stage.Briefing(Day));
        await using (stage.Launch())
        {
            await stage.UntilDoneAsync(Channels);
        }

        await stage.CrashAsync(order, "ingest", stage.Write("briefing.md", Stage.Briefing(Day, "訂正した版")));
        stage.Launch();
        await stage.UntilAsync(
            _ =>
                stage.Chat.Log.All.Where(entry => entry.Kind == LogKind.Edited).Select(entry => entry.Channel).Distinct().Count()
                == Channels,
            "the revision had reached every channel"
        );
    }

    /// <summary>The second of two deaths: the first left a row in sending.</summary>
    private static async Task WhileRecoveringAsync(Stage stage, KillOrder order)
    {
        await stage.IngestAsync(Stage.Briefing(Day));
        await stage.CrashAsync(new KillOrder(DeliveryCheckpoints.AnswerReceived));
        await stage.CrashAsync(order);
    }

    private static async Task WhileLookingAsync(Stage stage, KillOrder order)
    {
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = order.IsRoot });
        await stage.IngestAsync(Stage.Briefing(Day));
        await stage.CrashAsync(order);
    }

    /// <summary>
    /// The database permanently refuses the outcome of a send: the row stays in sending, and its own sender finds it there.
    /// </summary>
    private static async Task WhenNothingCanBeWrittenAsync(Stage stage, KillOrder order)
    {
        await stage.IngestAsync(Stage.Briefing(Day));
        await using var context = stage.Context();
        var isRoot = order.IsRoot == true ? "=" : "<>";
        foreach (
            var statement in context.Database.IsSqlite()
                ?
                [
                    $"""CREATE TRIGGER broken BEFORE UPDATE ON posts WHEN NEW."State" = 'Sent' AND NEW."Ordinal" {isRoot} 0 BEGIN SELECT RAISE(ABORT, 'broken'); END""",
                ]
                : new[]
                {
                    "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$",
                    $"""CREATE TRIGGER broken BEFORE UPDATE ON posts FOR EACH ROW WHEN (NEW."State" = 'Sent' AND NEW."Ordinal" {isRoot} 0) EXECUTE FUNCTION broken()""",
                }
        )
        {
            await context.Database.ExecuteSqlRawAsync(statement, Cancellation);
        }

        await stage.CrashAsync(order);
        await context.Database.ExecuteSqlRawAsync(
            context.Database.IsSqlite() ? "DROP TRIGGER broken" : "DROP TRIGGER broken ON posts",
            Cancellation
        );
    }

    private static async Task AfterAFailedRootAsync(Stage stage, KillOrder order)
    {
        await stage.IngestAsync(Stage.Briefing(Day));
        await using (var context = stage.Context())
        {
            await context
                .Posts.Where(row => row.Ordinal == 0)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PostState.Failed), Cancellation);
        }

        await stage.CrashAsync(order);
    }

    /// <summary>Told to stop while an answer is on its way.</summary>
    private static async Task WhileStoppingAsync(Stage stage, KillOrder order)
    {
        stage.Chat.Script.Add(
            new Fault(Decision.Accept, Answer.Delayed(TimeSpan.FromSeconds(0.5))) { Operation = "send", Root = order.IsRoot }
        );
        await stage.IngestAsync(Stage.Briefing(Day));
        var child = stage.Launch(order);
        await stage.Chat.Log.WaitForAsync(
            entry => entry is { Kind: LogKind.Accepted } && order.IsRoot == (entry.Thread is null),
            Swift.Deadline,
            Cancellation
        );
        child.Signal(KillOrder.Terminate);
        Assert.Equal(128 + KillOrder.Kill, await child.ExitAsync());
    }
}

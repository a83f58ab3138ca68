using Bot.Archive.Setup;
using Bot.Delivery;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Rows A1 to A5 and A19, and every other checkpoint: the bot's own process is killed exactly there and restarted.</summary>
public sealed class CheckpointTests
{
    public static TheoryData<string, DatabaseProvider, string, Platforms> BeforeCommitting =>
        Share.Of(Posts(DeliveryCheckpoints.ThreadPicked, CrashStage.Any), Posts(DeliveryCheckpoints.BeforeSending));

    public static TheoryData<string, DatabaseProvider, string, Platforms> BeforeLeaving =>
        Share.Of(Posts(DeliveryCheckpoints.SendingCommitted), Posts(DeliveryCheckpoints.RequestLeaving));

    public static TheoryData<string, DatabaseProvider, string, Platforms> Answered => Share.Of(Posts(DeliveryCheckpoints.AnswerReceived));

    public static TheoryData<string, DatabaseProvider, string, Platforms> Committed =>
        Share.Of(Posts(DeliveryCheckpoints.OutcomeCommitted));

    public static TheoryData<string, DatabaseProvider, string, Platforms> Stopping =>
        Share.Of(Posts(DeliveryCheckpoints.Stopping), Posts(DeliveryCheckpoints.BeforeRelease));

    public static TheoryData<string, DatabaseProvider, string, Platforms> Others =>
        Share.Of(
            Posts(DeliveryCheckpoints.PayloadsFrozen, CrashStage.Any),
            Posts(DeliveryCheckpoints.ChunkPlanned, CrashStage.Any),
            Posts(DeliveryCheckpoints.RevisionPlanned, CrashStage.Any),
            Posts(DeliveryCheckpoints.LeaseTaken, CrashStage.Any),
            Posts(DeliveryCheckpoints.Recovered, CrashStage.Any),
            Posts(DeliveryCheckpoints.LookLeaving),
            Posts(DeliveryCheckpoints.LookAnswered),
            Posts(DeliveryCheckpoints.LookCommitted),
            Posts(DeliveryCheckpoints.Doubted),
            // A root is never dropped because a root is missing.
            Posts(DeliveryCheckpoints.Dropped, CrashStage.Reply),
            Posts(DeliveryCheckpoints.BeforeClosing, CrashStage.Any),
            Posts(DeliveryCheckpoints.ThreadLeft, CrashStage.Any),
            Posts(DeliveryCheckpoints.Swept, CrashStage.Any),
            Posts(DeliveryCheckpoints.PlaceHeld, CrashStage.Any),
            Posts(DeliveryCheckpoints.PlaceFilled, CrashStage.Any)
        );

    [Theory, MemberData(nameof(BeforeCommitting))]
    [Trait("Fault", "A1")]
    public Task A1_Killed_before_sending_was_committed(string checkpoint, DatabaseProvider database, string post, Platforms platform) =>
        CrashStage.DieAtAsync(checkpoint, database, post, platform);

    [Theory, MemberData(nameof(BeforeLeaving))]
    [Trait("Fault", "A2")]
    public Task A2_Killed_after_sending_was_committed_and_before_a_byte_left(
        string checkpoint,
        DatabaseProvider database,
        string post,
        Platforms platform
    ) => CrashStage.DieAtAsync(checkpoint, database, post, platform);

    [Theory, MemberData(nameof(Answered))]
    [Trait("Fault", "A4")]
    public Task A4_Killed_after_the_answer_and_before_it_was_written(
        string checkpoint,
        DatabaseProvider database,
        string post,
        Platforms platform
    ) => CrashStage.DieAtAsync(checkpoint, database, post, platform);

    [Theory, MemberData(nameof(Committed))]
    [Trait("Fault", "A5")]
    public Task A5_Killed_after_a_post_was_there_and_before_the_next(
        string checkpoint,
        DatabaseProvider database,
        string post,
        Platforms platform
    ) => CrashStage.DieAtAsync(checkpoint, database, post, platform);

    [Theory, MemberData(nameof(Stopping))]
    [Trait("Fault", "A19")]
    public Task A19_Killed_while_it_was_stopping(string checkpoint, DatabaseProvider database, string post, Platforms platform) =>
        CrashStage.DieAtAsync(checkpoint, database, post, platform);

    [Theory, MemberData(nameof(Others))]
    public Task Killed_at_any_other_checkpoint(string checkpoint, DatabaseProvider database, string post, Platforms platform) =>
        CrashStage.DieAtAsync(checkpoint, database, post, platform);

    [Fact]
    public void Every_checkpoint_is_among_them()
    {
        var covered = new[] { BeforeCommitting, BeforeLeaving, Answered, Committed, Stopping, Others }
            .SelectMany(data => data)
            .Select(row => row.Data.Item1)
            .Concat(WatchTests.Checkpoints)
            .Distinct()
            .Order();

        Assert.Equal(DeliveryCheckpoints.All.Order(), covered);
    }

    private static (string Checkpoint, string Post)[] Posts(string checkpoint, params string[] posts) =>
        [.. (posts.Length == 0 ? [CrashStage.Root, CrashStage.Reply] : posts).Select(post => (checkpoint, post))];
}

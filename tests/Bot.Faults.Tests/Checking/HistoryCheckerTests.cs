using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;

namespace Bot.Faults.Tests.Checking;

/// <summary>The checker must detect what it is meant to: a good history passes, and every way of spoiling it is reported.</summary>
public sealed class HistoryCheckerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_history_in_which_all_went_well_has_no_problem() => Assert.Empty(HistoryChecker.Check(Good()));

    [Fact]
    public void I1_A_key_that_was_posted_twice_is_named() =>
        Finds("I1", Good() with { Log = [.. Log(), Accepted(3, "reply", "m9", "m1")] });

    [Fact]
    public void I2_A_sent_post_that_is_not_there_is_named() => Finds("I2", Good() with { Log = [Accepted(1, "root", "m1", null)] });

    [Fact]
    public void I3_A_message_that_the_ledger_does_not_know_is_named() =>
        Finds("I3", Good() with { Log = [.. Log(), Accepted(3, "stranger", "m3", "m1")] });

    [Fact]
    public void I4_A_reply_before_its_elder_is_named() =>
        Finds("I4", Good() with { Log = [Accepted(1, "reply", "m2", "m1"), Accepted(2, "root", "m1", null)] });

    [Fact]
    public void I5_A_reply_in_another_thread_is_named() =>
        Finds("I5", Good() with { Log = [Accepted(1, "root", "m1", null), Accepted(2, "reply", "m2", "m7")] });

    [Fact]
    public void I6_A_message_of_a_cancelled_post_is_named() => Finds("I6", Spoilt(post => post.State = PostState.Cancelled));

    [Theory]
    [InlineData("delete", true)]
    [InlineData("person", false)]
    [InlineData(null, false)]
    public void I6_A_reply_that_landed_beside_its_thread_must_be_taken_back_by_the_bot(string? deletedBy, bool isFine)
    {
        var history = Spoilt(post => (post.State, post.Reason, post.MessageId) = (PostState.Failed, Reasons.ThreadGone, null));
        var astray = Accepted(2, "reply", "m2", null);
        history = history with
        {
            Log = [Accepted(1, "root", "m1", null), astray, .. deletedBy is null ? Array.Empty<LogEntry>() : [Deleted(3, "m2", deletedBy)]],
        };

        Assert.Equal(isFine ? [] : ["I6", "I5"], HistoryChecker.Check(history).Select(problem => problem[..2]));
    }

    [Fact]
    public void I7_A_post_that_is_stuck_is_named() => Finds("I7", Spoilt(post => post.State = PostState.Uncertain));

    [Fact]
    public void I8_Two_senders_of_one_token_are_named() =>
        Finds(
            "I8",
            Good() with
            {
                Steps = TakenOver(new Step(Now.AddSeconds(4), 1, DeliveryCheckpoints.RequestLeaving, "test", "root", 0)),
            }
        );

    [Fact]
    public void I8_A_commit_that_is_reported_late_is_no_request() =>
        Assert.Empty(
            HistoryChecker.Check(
                Good() with
                {
                    Steps = TakenOver(new Step(Now.AddSeconds(4), 1, DeliveryCheckpoints.SendingCommitted, "test", "root", 0)),
                }
            )
        );

    [Fact]
    public void I8_A_row_of_an_epoch_that_never_was_is_named() => Finds("I8", Spoilt(post => post.Epoch = 99));

    [Fact]
    public void I9_A_secret_in_a_text_is_named() =>
        Finds("I9", Good() with { Papers = ["a log with the canary in it"], Secrets = ["canary"] });

    [Fact]
    public void I11_A_text_that_is_not_the_frozen_one_is_named() =>
        Finds("I11", Good() with { Texts = new Dictionary<string, string> { ["hash"] = "something else" } });

    [Fact]
    public void The_timeline_holds_server_and_ledger()
    {
        var text = Timeline.Of(Good());

        Assert.Contains("#2 Accepted send T1/general key=reply", text, StringComparison.Ordinal);
        Assert.Contains("1 Original reply Sent", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Step> TakenOver(Step after) =>
        [
            new Step(Now, 1, DeliveryCheckpoints.LeaseTaken, "test", null, null),
            new Step(Now.AddSeconds(1), 1, DeliveryCheckpoints.RequestLeaving, "test", "root", 0),
            new Step(Now.AddSeconds(2), 2, DeliveryCheckpoints.LeaseTaken, "test", null, null),
            new Step(Now.AddSeconds(3), 2, DeliveryCheckpoints.RequestLeaving, "test", "reply", 1),
            after,
        ];

    private static void Finds(string invariant, History history) =>
        Assert.Contains(HistoryChecker.Check(history), problem => problem.StartsWith(invariant + " ", StringComparison.Ordinal));

    private static History Spoilt(Action<Post> spoil)
    {
        var history = Good();
        spoil(history.Deliveries[0].Posts[1]);
        return history;
    }

    private static History Good()
    {
        var delivery = new StoredDelivery
        {
            Id = 1,
            Token = "test",
            Platform = "test",
            Workspace = "T1",
            Channel = "general",
            Series = "us-ai",
        };
        delivery.Posts.Add(Row("root", 0, "m1"));
        delivery.Posts.Add(Row("reply", 1, "m2"));
        return new History(
            Log(),
            [delivery],
            new Dictionary<string, string> { ["hash"] = "text" },
            [
                new Lease
                {
                    Token = "test",
                    Owner = "x",
                    Epoch = 1,
                },
            ],
            []
        );
    }

    private static Post Row(string key, int ordinal, string message) =>
        new()
        {
            Key = key,
            Ordinal = ordinal,
            Section = ordinal == 0 ? "root" : "section",
            Part = 1,
            PayloadHash = "hash",
            State = PostState.Sent,
            MessageId = message,
            Epoch = 1,
        };

    private static List<LogEntry> Log() => [Accepted(1, "root", "m1", null), Accepted(2, "reply", "m2", "m1")];

    private static LogEntry Deleted(long sequence, string message, string by) =>
        new(sequence, Now.AddSeconds(sequence), LogKind.Deleted, by, "T1/general") { MessageId = message };

    private static LogEntry Accepted(long sequence, string key, string message, string? thread) =>
        new(sequence, Now.AddSeconds(sequence), LogKind.Accepted, "send", "T1/general")
        {
            Key = key,
            MessageId = message,
            Thread = thread,
            TextHash = ChatRooms.Hash("text"),
        };
}

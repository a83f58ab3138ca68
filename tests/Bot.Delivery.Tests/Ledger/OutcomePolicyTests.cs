using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Tests.Ledger;

public partial class OutcomePolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);
    private readonly OutcomePolicy _exact = PolicyWith(jitter: 0);

    [Fact]
    public void Sent_carries_the_ids_and_only_a_root_opens_a_thread()
    {
        var sent = new SendOutcome.Sent("m1", "t1");

        Assert.Equal(("m1", "t1"), Ids(_exact.AfterSend(Root(), Delivery(), sent, Now)));
        Assert.Equal(("m1", null), Ids(_exact.AfterSend(Reply(), Delivery(), sent, Now)));
        Assert.Equal(("m1", "m1"), Ids(_exact.AfterSend(Root(), Delivery(), new SendOutcome.Sent("m1"), Now)));
        Assert.Equal(PostState.Sent, _exact.AfterSend(Root(), Delivery(), sent, Now).Change.State);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 30)]
    [InlineData(2, 120)]
    [InlineData(3, 300)]
    [InlineData(4, 900)]
    [InlineData(40, 900)]
    public void Its_own_waits_grow_and_then_stay(int retries, int seconds)
    {
        var decision = _exact.AfterSend(Root(retries), Delivery(), new SendOutcome.RetryAfter(null, RetryScope.Channel, ""), Now);

        Assert.Equal(
            (PostState.Planned, Now.AddSeconds(seconds), true),
            (decision.Change.State, decision.Change.NextAt, decision.Change.CountsRetry)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Asked_to_wait_no_time_it_waits_its_own(int seconds)
    {
        var decision = _exact.AfterSend(
            Root(),
            Delivery(),
            new SendOutcome.RetryAfter(TimeSpan.FromSeconds(seconds), RetryScope.Channel, ""),
            Now
        );

        Assert.Equal(Now.AddSeconds(5), decision.Change.NextAt);
    }

    [Fact]
    public void A_wait_that_was_asked_for_is_never_cut_and_counts_as_no_failure()
    {
        var jittered = PolicyWith(jitter: 0.2);
        foreach (var asked in new[] { TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(40), TimeSpan.FromDays(1) })
        {
            for (var turn = 0; turn < 200; turn++)
            {
                var decision = jittered.AfterSend(Root(3), Delivery(), new SendOutcome.RetryAfter(asked, RetryScope.Token, ""), Now);
                Assert.InRange(
                    decision.Change.NextAt - Now,
                    asked,
                    (asked * 1.2) < asked + TimeSpan.FromMinutes(1) ? asked * 1.2 : asked + TimeSpan.FromMinutes(1)
                );
                Assert.False(decision.Change.CountsRetry);
                Assert.Equal(RetryScope.Token, decision.Gate);
            }
        }

        Assert.Equal(
            PostState.Planned,
            _exact.AfterSend(Root(), Delivery(), new SendOutcome.RetryAfter(TimeSpan.MaxValue, RetryScope.Token, ""), Now).Change.State
        );
    }

    [Fact]
    public void Waits_are_spread_by_a_fifth()
    {
        var jittered = PolicyWith(jitter: 0.2);
        var waits = Enumerable.Range(0, 500).Select(_ => jittered.WaitAfter(2).TotalSeconds).ToList();

        Assert.InRange(waits.Min(), 24, 25);
        Assert.InRange(waits.Max(), 35, 36);
    }

    [Theory]
    [InlineData(RejectReason.TokenRefused, PostState.Planned, "token:slack:T1", null)]
    [InlineData(RejectReason.PermissionMissing, PostState.Planned, "channel:slack:T1/C1", null)]
    [InlineData(RejectReason.ChannelLocked, PostState.Planned, "channel:slack:T1/C1", null)]
    [InlineData(RejectReason.ChannelGone, PostState.Failed, "channel:slack:T1/C1", Reasons.ChannelGone)]
    [InlineData(RejectReason.ThreadGone, PostState.Failed, null, Reasons.ThreadGone)]
    [InlineData(RejectReason.PayloadRefused, PostState.Failed, null, null)]
    [InlineData(RejectReason.ThreadLocked, PostState.Failed, null, Reasons.ThreadLocked)]
    public void A_refusal_reaches_as_far_as_its_reason(RejectReason reason, PostState state, string? pause, string? rest)
    {
        var change = _exact.AfterSend(Reply(), Delivery(), new SendOutcome.Rejected(reason, "its words"), Now).Change;

        Assert.Equal((state, pause, rest, Reasons.Of(reason)), (change.State, change.Pause?.Scope, change.CancelRest, change.Reason));
        Assert.Equal("its words", change.Detail);
    }

    [Theory]
    [InlineData(RejectReason.PayloadRefused, Reasons.RootFailed)]
    [InlineData(RejectReason.TokenRefused, null)]
    [InlineData(RejectReason.ThreadLocked, null)]
    public void A_root_that_failed_takes_its_thread_along(RejectReason reason, string? rest) =>
        Assert.Equal(rest, _exact.AfterSend(Root(), Delivery(), new SendOutcome.Rejected(reason, ""), Now).Change.CancelRest);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(4, 900)]
    public void H7_What_nobody_explains_is_tried_again(int retries, int seconds)
    {
        var decision = _exact.AfterSend(Root(retries), Delivery(), new SendOutcome.Rejected(RejectReason.Other, "<html>"), Now);

        Assert.Equal(
            (PostState.Planned, Now.AddSeconds(seconds), true),
            (decision.Change.State, decision.Change.NextAt, decision.Change.CountsRetry)
        );
        Assert.Equal((RetryScope.Channel, (Pause?)null), (decision.Gate, decision.Change.Pause));
    }

    [Fact]
    public void H7_And_fails_when_it_stays_so()
    {
        var change = _exact.AfterSend(Root(5), Delivery(), new SendOutcome.Rejected(RejectReason.Other, ""), Now).Change;

        Assert.Equal((PostState.Failed, Reasons.Refused, Reasons.RootFailed), (change.State, change.Reason, change.CancelRest));
    }

    [Fact]
    public void H8_A_root_has_no_thread_that_could_be_locked() =>
        Assert.Equal(
            "channel:slack:T1/C1",
            _exact.AfterSend(Root(), Delivery(), new SendOutcome.Rejected(RejectReason.ThreadLocked, ""), Now).Change.Pause?.Scope
        );

    [Fact]
    public void Every_reason_is_in_the_closed_list() =>
        Assert.All(Enum.GetValues<RejectReason>(), reason => Assert.Contains(Reasons.Of(reason), Reasons.All));

    [Fact]
    public void Unknown_is_uncertain_for_what_creates_and_repeated_for_what_does_not()
    {
        var unknown = new SendOutcome.Unknown("reset");

        Assert.Equal(
            (PostState.Uncertain, Now.AddSeconds(10)),
            (_exact.AfterSend(Reply(), Delivery(), unknown, Now).Change is var change ? (change.State, change.NextAt) : default)
        );
        foreach (var kind in new[] { PostKind.Edit, PostKind.Recall })
        {
            var edit = Reply();
            edit.Kind = kind;
            Assert.Equal(PostState.Planned, _exact.AfterSend(edit, Delivery(), unknown, Now).Change.State);
        }
    }

    [Fact]
    public void Looks_settle_at_ten_seconds_a_minute_and_five_minutes()
    {
        var post = Uncertain();
        var at = _exact.FirstLook(Now);
        var looks = new List<double>();
        for (var look = 0; look < 4; look++)
        {
            looks.Add((at - Now).TotalSeconds);
            var change = _exact.AfterLook(post, Delivery(), new FindOutcome.Blocked(RejectReason.PermissionMissing, ""), false, at).Change;
            Assert.Equal((PostState.Uncertain, true, false), (change.State, change.CountsLook, change.CountsAbsence));
            at = change.NextAt;
            post.Looks++;
        }

        Assert.Equal([10, 60, 300, 540], looks);
    }

    [Fact]
    public void Absent_counts_only_the_second_time()
    {
        var post = Uncertain();
        Assert.Equal(
            (PostState.Uncertain, true),
            _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(), false, Now).Change is var first
                ? (first.State, first.CountsAbsence)
                : default
        );
        (post.Looks, post.Absences) = (3, 1);
        Assert.Equal(
            (PostState.Planned, Reasons.Absent),
            _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(), false, Now).Change is var second
                ? (second.State, second.Reason)
                : default
        );
    }

    [Fact]
    public void What_is_never_there_goes_out_slower_each_time_and_fails_in_the_end()
    {
        var rounds = new List<(PostState State, double Wait)>();
        foreach (var round in Enumerable.Range(1, 12))
        {
            var post = Uncertain();
            post.Absences = 2 * round - 1;
            var change = _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(), false, Now).Change;
            Assert.True(change.CountsAbsence);
            rounds.Add((change.State, (change.NextAt - Now).TotalSeconds));
        }

        Assert.Equal([0, 5, 30, 120, 300, 900, 900, 900, 900, 900, 900, 0], rounds.Select(round => round.Wait));
        Assert.All(rounds.SkipLast(1), round => Assert.Equal(PostState.Planned, round.State));
        Assert.Equal(PostState.Failed, rounds[^1].State);
        var root = Root();
        (root.State, root.Absences) = (PostState.Uncertain, 23);
        Assert.Equal(
            (Reasons.NeverArrives, Reasons.RootFailed),
            _exact.AfterLook(root, Delivery(), new FindOutcome.Absent(), false, Now).Change is var last
                ? (last.Reason, last.CancelRest)
                : default
        );
    }

    [Fact]
    public void What_cannot_be_told_is_parked_unless_twice_is_better_than_not_at_all()
    {
        Assert.Equal(PostState.Parked, _exact.AfterLook(Uncertain(), Delivery(), new FindOutcome.CannotTell(""), false, Now).Change.State);
        Assert.Equal(PostState.Planned, _exact.AfterLook(Uncertain(), Delivery(), new FindOutcome.CannotTell(""), true, Now).Change.State);
    }

    [Fact]
    public void A_message_whose_thread_is_refused_pauses_its_channel_and_is_looked_up_again_afterwards()
    {
        var blocked = new FindOutcome.Blocked(RejectReason.PermissionMissing, "Create Public Threads");
        var change = _exact.AfterLook(Uncertain(), Delivery(), blocked, false, Now).Change;
        Assert.Equal(
            (PostState.Uncertain, "channel:slack:T1/C1", "Create Public Threads"),
            (change.State, change.Pause!.Scope, change.Pause.Detail)
        );
        Assert.Equal(PostState.Parked, _exact.AfterLook(Uncertain(), Delivery(), blocked, true, Now.AddHours(7)).Change.State);
    }

    [Fact]
    public void Only_the_first_part_of_a_root_opens_the_thread()
    {
        var second = Root();
        second.Part = 2;
        Assert.True(OutcomePolicy.IsRoot(Root()));
        Assert.False(OutcomePolicy.IsRoot(second));
    }

    [Fact]
    public void Look_ups_that_nobody_answers_end_with_the_window() =>
        Assert.Equal(
            (PostState.Parked, Reasons.LookUnanswered),
            _exact.AfterLook(Uncertain(), Delivery(), new FindOutcome.RetryAfter(null, "down"), false, Now.AddHours(7)).Change is var change
                ? (change.State, change.Reason)
                : default
        );

    [Fact]
    public void H1_A_clock_ahead_gives_up_no_look_up_whose_window_has_not_surely_ended() =>
        Assert.Equal(
            PostState.Uncertain,
            _exact
                .AfterLook(Uncertain(), Delivery(), new FindOutcome.RetryAfter(null, "down"), false, Now.AddHours(7), surely: Now)
                .Change.State
        );

    [Fact]
    public void An_unknown_outcome_keeps_what_was_seen_of_it()
    {
        var change = _exact.AfterSend(Reply(), Delivery(), new SendOutcome.Unknown("reset"), Now).Change;

        Assert.Equal((Reasons.NoAnswer, "reset"), (change.Reason, change.Detail));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(40)]
    public void Only_a_wait_that_was_asked_for_closes_the_gate(int? seconds)
    {
        var after = seconds is { } asked ? TimeSpan.FromSeconds(asked) : (TimeSpan?)null;
        var decision = _exact.AfterSend(Root(), Delivery(), new SendOutcome.RetryAfter(after, RetryScope.Token, ""), Now);

        Assert.Equal(seconds > 0 ? Now + after : null, decision.GateUntil);
    }

    private static OutcomePolicy PolicyWith(double jitter)
    {
        var options = new DeliveryOptions { Jitter = jitter };
        return new OutcomePolicy(options, new Random(7));
    }

    private static (string?, string?) Ids(OutcomeDecision decision) => (decision.Change.MessageId, decision.Change.ThreadId);

    private static Post Root(int retries = 0) =>
        new()
        {
            Key = "k0",
            Section = "root",
            Part = 1,
            Revision = 1,
            PayloadHash = "h",
            State = PostState.Sending,
            Retries = retries,
            ExpiresAt = Now.AddHours(6),
        };

    private static Post Reply() =>
        new()
        {
            Key = "k1",
            Section = "startups",
            Ordinal = 1,
            Revision = 1,
            PayloadHash = "h",
            State = PostState.Sending,
            ExpiresAt = Now.AddHours(6),
        };

    private static Post Uncertain()
    {
        var post = Reply();
        post.State = PostState.Uncertain;
        return post;
    }

    private static StoredDelivery Delivery() =>
        new()
        {
            Token = "slack:T1",
            Platform = "slack",
            Workspace = "T1",
            Channel = "C1",
            Series = "us-ai",
        };
}

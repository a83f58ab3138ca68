using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Tests.Ledger;

public partial class OutcomePolicyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1200)]
    public void H22_A_look_up_waits_as_long_as_it_is_asked_to(int asked)
    {
        var change = _exact
            .AfterLook(Uncertain(), Delivery(), new FindOutcome.RetryAfter(TimeSpan.FromSeconds(asked), "busy"), false, Now)
            .Change;

        Assert.Equal((Now.AddSeconds(asked), "busy", false), (change.NextAt, change.Detail, change.CountsRetry));
    }

    [Fact]
    public void H22_A_look_up_that_was_not_answered_is_repeated_soon_and_settles_nothing()
    {
        var post = Uncertain();
        var waits = new List<double>();
        for (var look = 0; look < 6; look++)
        {
            var change = _exact.AfterLook(post, Delivery(), new FindOutcome.RetryAfter(null, "busy"), false, Now).Change;
            Assert.Equal((PostState.Uncertain, false, false), (change.State, change.CountsLook, change.CountsAbsence));
            waits.Add((change.NextAt - Now).TotalSeconds);
            PostTransitions.End(post, change, default).WriteTo(post);
        }

        Assert.Equal([5, 30, 120, 300, 900, 900], waits);
        // The first answer, and the trouble is over: the second look settles as ever, and waits begin anew.
        var absent = _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(), false, Now).Change;
        PostTransitions.End(post, absent, default).WriteTo(post);
        Assert.Equal((50, 1, 1, 0), ((absent.NextAt - Now).TotalSeconds, post.Looks, post.Absences, post.Retries));
    }

    [Fact]
    public void H2_One_whole_reading_verifies_and_counts_as_nothing_sent_in_vain()
    {
        var post = Uncertain();
        post.Reason = Reasons.Verifying;

        var change = _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(), false, Now).Change;

        Assert.Equal((PostState.Planned, false, false), (change.State, change.CountsAbsence, change.CountsLook));
    }

    [Theory]
    [InlineData(0, PostState.Uncertain)]
    [InlineData(1, PostState.Failed)]
    public void A_reply_that_is_proved_absent_together_with_its_thread_is_not_sent_again(int absences, PostState state)
    {
        var post = Uncertain();
        post.Absences = absences;

        var change = _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(IsThreadGone: true), preferDuplicate: true, Now).Change;

        var isOver = state == PostState.Failed;
        Assert.Equal((state, isOver ? Reasons.ThreadGone : null), (change.State, change.CancelRest));
        Assert.Equal(!isOver, change.CountsAbsence);
    }

    [Fact]
    public void At_the_end_of_the_window_there_is_one_more_look()
    {
        var post = Uncertain();

        Assert.All(
            new FindOutcome[] { new FindOutcome.RetryAfter(null, "down"), new FindOutcome.Blocked(RejectReason.PermissionMissing, "") },
            outcome => Assert.Equal(PostState.Uncertain, _exact.AfterLook(post, Delivery(), outcome, false, post.ExpiresAt).Change.State)
        );
    }

    [Fact]
    public void A_reply_that_never_arrives_takes_nothing_along()
    {
        var post = Uncertain();
        post.Absences = 23;

        var change = _exact.AfterLook(post, Delivery(), new FindOutcome.Absent(), false, Now).Change;

        Assert.Equal((PostState.Failed, Reasons.NeverArrives, null), (change.State, change.Reason, change.CancelRest));
    }
}

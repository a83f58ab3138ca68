using Bot.Chat.Platforms;
using Bot.Delivery.Sending;
using Bot.Testing;

namespace Bot.Delivery.Tests.Sending;

public class OutageTrackerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);
    private readonly HeardAlerts alerts = new();
    private readonly OutageTracker trouble;

    public OutageTrackerTests() => trouble = new OutageTracker(alerts, new DeliveryOptions());

    [Fact]
    public void A_token_that_stays_out_of_reach_is_told_once_after_ten_minutes()
    {
        trouble.Unanswered("slack:T1", "refused", Now);
        trouble.Unanswered("slack:T1", "refused", Now.AddMinutes(9.9));
        Assert.Empty(alerts.All);

        trouble.Unanswered("slack:T1", "refused", Now.AddMinutes(10));
        trouble.Unanswered("slack:T1", "refused", Now.AddHours(6));

        Assert.Equal(new OperatorAlert(Reasons.OutOfReach, "token:slack:T1", "refused"), Assert.Single(alerts.All));
    }

    [Fact]
    public void An_answer_ends_the_outage_and_the_next_one_is_told_again()
    {
        trouble.Unanswered("slack:T1", null, Now);
        trouble.Answered("slack:T1");
        trouble.Unanswered("slack:T1", null, Now.AddMinutes(11));
        Assert.Empty(alerts.All);
        trouble.Unanswered("slack:T1", null, Now.AddMinutes(21));
        trouble.Sent("slack:T1");
        trouble.Unanswered("slack:T1", null, Now.AddMinutes(30));
        trouble.Unanswered("slack:T1", null, Now.AddMinutes(40));

        Assert.Equal(2, alerts.All.Count);
    }

    [Fact]
    public void Tokens_are_told_apart()
    {
        trouble.Unanswered("slack:T1", null, Now);
        trouble.Unanswered("slack:T2", null, Now);
        trouble.Answered("slack:T2");
        trouble.Unanswered("slack:T1", null, Now.AddMinutes(10));
        trouble.Unanswered("slack:T2", null, Now.AddMinutes(10));

        Assert.Equal("token:slack:T1", Assert.Single(alerts.All).Subject);
    }

    [Fact]
    public void Posts_that_run_out_of_their_window_are_told_once_between_two_that_were_sent()
    {
        trouble.Expired("slack:T1", 3);
        trouble.Expired("slack:T1", 5);
        trouble.Answered("slack:T1");
        trouble.Expired("slack:T1", 1);
        Assert.Equal((Reasons.WindowPassed, "token:slack:T1", 3), Assert.Single(alerts.All) is var first ? (first.Reason, first.Subject, first.Posts) : default);

        trouble.Sent("slack:T1");
        trouble.Expired("slack:T1", 2);
        Assert.Equal(2, alerts.All.Count);
    }

    [Fact]
    public void A_payload_that_fails_in_a_thousand_channels_is_told_once()
    {
        for (var channel = 0; channel < 1000; channel++)
        {
            trouble.Failed(Reasons.PayloadRefused, "hash", "too long");
        }

        trouble.Failed(Reasons.NeverArrives, "other", null);

        Assert.Equal(["payload:hash", "payload:other"], alerts.All.Select(alert => alert.Subject));
    }
}

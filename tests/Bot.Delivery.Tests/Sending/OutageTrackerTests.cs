using Bot.Chat.Platforms;
using Bot.Delivery.Sending;
using Bot.Testing;

namespace Bot.Delivery.Tests.Sending;

public class OutageTrackerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);
    private readonly HeardAlerts _alerts = new();
    private readonly OutageTracker _trouble;

    public OutageTrackerTests() => _trouble = new OutageTracker(_alerts, new DeliveryOptions());

    [Fact]
    public void A_token_that_stays_out_of_reach_is_told_once_after_ten_minutes()
    {
        _trouble.Unanswered("slack:T1", "refused", Now);
        _trouble.Unanswered("slack:T1", "refused", Now.AddMinutes(9.9));
        Assert.Empty(_alerts.All);

        _trouble.Unanswered("slack:T1", "refused", Now.AddMinutes(10));
        _trouble.Unanswered("slack:T1", "refused", Now.AddHours(6));

        Assert.Equal(new OperatorAlert(Reasons.OutOfReach, "token:slack:T1", "refused"), Assert.Single(_alerts.All));
    }

    [Fact]
    public void An_answer_ends_the_outage_and_the_next_one_is_told_again()
    {
        _trouble.Unanswered("slack:T1", null, Now);
        _trouble.Answered("slack:T1");
        _trouble.Unanswered("slack:T1", null, Now.AddMinutes(11));
        Assert.Empty(_alerts.All);
        _trouble.Unanswered("slack:T1", null, Now.AddMinutes(21));
        _trouble.Sent("slack:T1");
        _trouble.Unanswered("slack:T1", null, Now.AddMinutes(30));
        _trouble.Unanswered("slack:T1", null, Now.AddMinutes(40));

        Assert.Equal(2, _alerts.All.Count);
    }

    [Fact]
    public void Tokens_are_told_apart()
    {
        _trouble.Unanswered("slack:T1", null, Now);
        _trouble.Unanswered("slack:T2", null, Now);
        _trouble.Answered("slack:T2");
        _trouble.Unanswered("slack:T1", null, Now.AddMinutes(10));
        _trouble.Unanswered("slack:T2", null, Now.AddMinutes(10));

        Assert.Equal("token:slack:T1", Assert.Single(_alerts.All).Subject);
    }

    [Fact]
    public void Posts_that_run_out_of_their_window_are_told_once_between_two_that_were_sent()
    {
        _trouble.Expired("slack:T1", 3);
        _trouble.Expired("slack:T1", 5);
        _trouble.Answered("slack:T1");
        _trouble.Expired("slack:T1", 1);
        Assert.Equal(
            (Reasons.WindowPassed, "token:slack:T1", 3),
            Assert.Single(_alerts.All) is var first ? (first.Reason, first.Subject, first.Posts) : default
        );

        _trouble.Sent("slack:T1");
        _trouble.Expired("slack:T1", 2);
        Assert.Equal(2, _alerts.All.Count);
    }

    [Fact]
    public void A_payload_that_fails_in_a_thousand_channels_is_told_once()
    {
        for (var channel = 0; channel < 1000; channel++)
        {
            _trouble.Failed(Reasons.PayloadRefused, "hash", "too long");
        }

        _trouble.Failed(Reasons.NeverArrives, "other", null);

        Assert.Equal(["payload:hash", "payload:other"], _alerts.All.Select(alert => alert.Subject));
    }
}

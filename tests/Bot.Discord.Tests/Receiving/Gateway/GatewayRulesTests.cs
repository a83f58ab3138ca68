using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Discord.Receiving.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Receiving.Gateway;

public class GatewayRulesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4004, "Stop")]
    [InlineData(4010, "Stop")]
    [InlineData(4011, "Stop")]
    [InlineData(4012, "Stop")]
    [InlineData(4013, "Stop")]
    [InlineData(4014, "Stop")]
    [InlineData(4003, "Identify")]
    [InlineData(4007, "Identify")]
    [InlineData(4009, "Identify")]
    [InlineData(1000, "Identify")]
    [InlineData(4000, "Resume")]
    [InlineData(4001, "Resume")]
    [InlineData(1006, "Resume")]
    [InlineData(4999, "Resume")]
    [InlineData(null, "Resume")]
    public void A_close_code_says_how_it_goes_on(int? code, string next) => Assert.Equal(next, GatewayEnd.Closed(code).Next.ToString());

    [Fact]
    public void E10_The_limit_of_sent_events_is_not_reached()
    {
        var time = new FakeTimeProvider();
        var allowance = new SendAllowance(time);

        Assert.Equal(SendAllowance.Most, Enumerable.Range(0, 500).Count(_ => allowance.TryTake()));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(allowance.TryTake());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(allowance.TryTake());
    }

    [Fact]
    public void Waits_grow_by_chance_up_to_a_limit_and_begin_anew_after_a_success()
    {
        var waits = new ReconnectWaits(new Random(7));
        var grown = Enumerable.Range(0, 12).Select(_ => waits.Next().TotalSeconds).ToList();

        Assert.InRange(grown[0], 0.5, 1);
        Assert.InRange(grown[3], 4, 8);
        Assert.InRange(grown[11], 60, 120);
        waits.Succeeded();
        Assert.InRange(waits.Next().TotalSeconds, 0.5, 1);
    }

    [Fact]
    public async Task E10_The_identify_budget_outlives_the_process()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
        var state = new State();
        for (var i = 0; i < IdentifyBudget.MostInTenMinutes; i++)
        {
            var budget = new IdentifyBudget(state, time);
            Assert.Equal(TimeSpan.Zero, await budget.WaitAsync(Cancellation));
            await budget.SpendAsync(Cancellation);
            Assert.Equal(
                TimeSpan.FromSeconds(5),
                i < IdentifyBudget.MostInTenMinutes - 1 ? await budget.WaitAsync(Cancellation) : TimeSpan.FromSeconds(5)
            );
            time.Advance(TimeSpan.FromSeconds(5));
        }

        var afterRestart = new IdentifyBudget(state, time);
        var wait = await afterRestart.WaitAsync(Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(600 - (5 * IdentifyBudget.MostInTenMinutes)), wait);
        time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, await afterRestart.WaitAsync(Cancellation));
    }

    [Fact]
    public void E10_A_day_has_far_fewer_sessions_than_would_cost_the_token()
    {
        var now = new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);
        var spread = Enumerable
            .Range(0, IdentifyBudget.MostInDay)
            .Select(i => now - TimeSpan.FromHours(24) + TimeSpan.FromSeconds(10) + (i * TimeSpan.FromMinutes(4)))
            .ToList();

        Assert.Equal(TimeSpan.FromSeconds(10), IdentifyBudget.WaitFor(spread, now));
        Assert.True(IdentifyBudget.MostInDay * 3 < 1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x,,1767225600,99999999999999999999,-5")]
    public async Task A_remembered_budget_that_cannot_be_read_stops_nothing(string text)
    {
        var state = new State { Text = text };

        Assert.Equal(
            TimeSpan.Zero,
            await new IdentifyBudget(state, new FakeTimeProvider(new DateTimeOffset(2027, 1, 6, 0, 0, 0, TimeSpan.Zero))).WaitAsync(
                Cancellation
            )
        );
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_make_waits_eternal()
    {
        var now = new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);

        Assert.True(IdentifyBudget.WaitFor([.. Enumerable.Repeat(now.AddYears(1), 50)], now) <= TimeSpan.FromMinutes(10));
    }

    private sealed class State : IPlatformState
    {
        public string? Text { get; set; }

        public Task<string?> ReadAsync(PlatformId platform, string key, CancellationToken cancellationToken) => Task.FromResult(Text);

        public Task WriteAsync(PlatformId platform, string key, string? value, CancellationToken cancellationToken)
        {
            Text = value;
            return Task.CompletedTask;
        }
    }
}

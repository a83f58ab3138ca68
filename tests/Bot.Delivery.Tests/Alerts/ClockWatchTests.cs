using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Delivery.Alerts;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Alerts;

public sealed class ClockWatchTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
    private readonly HeardAlerts _alerts = new();

    [Fact]
    public void H1_A_clock_that_is_off_is_told_once_and_until_it_is_right()
    {
        var clock = new PlatformClock(_time);
        using var watch = new ClockWatch([new Clocked(clock)], _alerts, new OperatorOptions(), _time, NullLogger<ClockWatch>.Instance);
        watch.Look();
        Assert.Empty(_alerts.All);

        clock.Learn(_time.GetUtcNow() - TimeSpan.FromMinutes(90), _time.GetTimestamp());
        watch.Look();
        watch.Look();

        var alert = Assert.Single(_alerts.All);
        Assert.Equal((ClockWatch.Reason, "platform:slack"), (alert.Reason, alert.Subject));
        Assert.Contains("1時間", alert.Detail, StringComparison.Ordinal);
        Assert.Empty(_alerts.Resolved);

        clock.Learn(_time.GetUtcNow(), _time.GetTimestamp());
        watch.Look();

        Assert.Equal([(ClockWatch.Reason, "platform:slack")], _alerts.Resolved);
        clock.Learn(_time.GetUtcNow() + TimeSpan.FromHours(9), _time.GetTimestamp());
        watch.Look();
        Assert.Contains("遅れて", _alerts.All[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_is_right_closes_what_a_former_process_left_open()
    {
        var clock = new PlatformClock(_time);
        clock.Learn(_time.GetUtcNow(), _time.GetTimestamp());
        using var watch = new ClockWatch([new Clocked(clock)], _alerts, new OperatorOptions(), _time, NullLogger<ClockWatch>.Instance);

        watch.Look();
        watch.Look();

        Assert.Empty(_alerts.All);
        Assert.Single(_alerts.Resolved);
    }

    /// <summary>Has a clock and does nothing.</summary>
    private sealed class Clocked(PlatformClock clock) : IPlatform
    {
        public PlatformId Id => PlatformId.Slack;

        public PlatformClock Clock => clock;

        public IReadOnlyList<string> Render(Message message) => throw new NotSupportedException();

        public Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<SendOutcome> DeleteAsync(
            ChannelAddress channel,
            string? threadId,
            string messageId,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }
}

using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Emulators.Discord.Limits;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Microsoft.Extensions.Time.Testing;
using InvalidRequests = Bot.Discord.Api.InvalidRequests;

namespace Bot.Discord.Tests.Sending;

/// <summary>The bot keeps to Discord's limits by waiting, without having to be told.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A12_Many_posts_into_one_thread_draw_no_429()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Buckets.Set("send", BucketLimit.Of(5, 0.6));
        var thread = await desk.RootAsync();

        for (var number = 0; number < 16; number++)
        {
            Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread, $"{number}")));
        }

        Assert.Empty(desk.Logged(LogKind.Limited));
        Assert.Equal(
            Enumerable.Range(0, 16).Select(number => $"{number}"),
            desk.Server.Messages.All.Skip(1).Select(message => message.Text)
        );
    }

    [Fact]
    public async Task A12_Many_channels_at_once_stay_within_fifty_a_second()
    {
        // One clock for both sides, which stands still until everything that may leave has been answered.
        var clock = new CountedClock(DateTimeOffset.UtcNow);
        await using var desk = await DiscordDesk.OpenAsync(clock);
        var channels = Enumerable
            .Range(0, 60)
            .Select(number => desk.Server.World.AddChannel(desk.Server.World.DefaultGuild, $"c{number}").Id)
            .ToList();
        const int calls = 2 * 60;

        var sending = Task.WhenAll(channels.Select(channel => desk.SendAsync(desk.Request(channel: channel))));
        for (var answered = GlobalPace.PerSecond; answered < calls; answered += GlobalPace.PerSecond)
        {
            await clock.PlacesAsync(answered).WaitAsync(TimeSpan.FromSeconds(60), DiscordDesk.Cancellation);
            Assert.Equal(answered, desk.Logged(LogKind.Asked).Count);
            clock.Advance(CountedClock.Place);
        }

        Assert.All(
            await sending.WaitAsync(TimeSpan.FromSeconds(60), DiscordDesk.Cancellation),
            outcome => Assert.IsType<SendOutcome.Sent>(outcome)
        );
        Assert.Empty(desk.Logged(LogKind.Limited));
        Assert.Equal(calls, desk.Logged(LogKind.Asked).Count);
    }

    [Theory]
    [InlineData("channel", RetryScope.Channel)]
    [InlineData("shared", RetryScope.Channel)]
    [InlineData("global", RetryScope.Token)]
    public async Task A11_A12_Told_to_wait_long_the_ledger_hears_how_long_and_nothing_leaves_meanwhile(string scope, RetryScope reach)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Limit("64.57", scope));

        var first = Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request(thread)));
        var second = Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request(thread)));

        Assert.Equal((TimeSpan.FromSeconds(64.57), reach), (first.After, first.Scope));
        Assert.Equal(reach, second.Scope);
        Assert.InRange(second.After!.Value.TotalSeconds, 30, 64.57);
        Assert.Equal(2, desk.Logged(LogKind.Asked).Count(entry => entry.Operation == "send"));
    }

    [Fact]
    public async Task A12_A_limit_of_one_channel_stops_no_other()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var other = desk.Server.World.AddChannel(desk.Server.World.DefaultGuild, "other").Id;
        desk.Fault("send", decision: Decision.Limit("64"));

        Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request()));
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(channel: other)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("Thu, 01 Jan 2099 00:00:00 GMT")]
    public async Task A11_A_429_of_any_form_is_no_failure(string? retryAfter)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Fault("send", decision: Decision.Limit(retryAfter));

        var told = Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request()));

        Assert.True(told.After >= TimeSpan.Zero);
    }

    [Fact]
    public async Task B1_The_first_401_stops_the_token()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Tokens.Revoke(DiscordDesk.Token);

        Assert.Equal(RejectReason.TokenRefused, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request())).Reason);
        var asked = desk.Logged(LogKind.Asked).Count;
        Assert.Equal(RejectReason.TokenRefused, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request())).Reason);
        Assert.Equal(RejectReason.TokenRefused, Assert.IsType<FindOutcome.Blocked>(await desk.FindAsync(desk.Request())).Reason);

        Assert.Equal((1, asked), (asked, desk.Logged(LogKind.Asked).Count));
    }

    [Fact]
    public async Task H5_A_token_that_was_refused_once_is_tried_again_and_a_probe_leaves_at_once()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var desk = await DiscordDesk.OpenAsync(clock);
        desk.Fault("send", decision: Decision.Refuse("token-refused"));

        Assert.Equal(RejectReason.TokenRefused, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request())).Reason);
        Assert.Equal(TokenStanding.Accepted, (await desk.ProbeAsync()).Standing);
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request()));
    }

    [Fact]
    public async Task H5_After_a_pause_a_request_leaves_even_when_nobody_has_asked_meanwhile()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var desk = await DiscordDesk.OpenAsync(clock);
        desk.Fault("send", decision: Decision.Refuse("token-refused"));
        Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request()));

        clock.Advance(RefusedToken.Held);

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request()));
    }

    [Fact]
    public async Task H5_A_token_that_stays_refused_is_said_so_by_every_probe()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Tokens.Revoke(DiscordDesk.Token);

        Assert.Equal(TokenStanding.Refused, (await desk.ProbeAsync()).Standing);
        Assert.Equal(TokenStanding.Refused, (await desk.ProbeAsync()).Standing);
        Assert.Equal(2, desk.Logged(LogKind.Asked).Count);
    }

    [Fact]
    public async Task A12_Refusals_end_long_before_Discord_bans_the_address()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Buckets.Global = null;
        desk.Fault("send", decision: Decision.Refuse("50001"), times: null);
        desk.Fault("get-channel", decision: Decision.Refuse("50001"), times: null);
        var outcomes = new List<SendOutcome>();
        for (var number = 0; number < InvalidRequests.Most; number++)
        {
            var channel = desk.Server.World.AddChannel(desk.Server.World.DefaultGuild, $"c{number}").Id;
            outcomes.Add(await desk.SendAsync(desk.Request(channel: channel)));
        }

        var last = Assert.IsType<SendOutcome.RetryAfter>(outcomes[^1]);
        Assert.Equal(RetryScope.Token, last.Scope);
        Assert.Equal(InvalidRequests.Most, desk.Logged(LogKind.Refused).Count);
    }

    [Fact]
    public async Task What_waits_for_a_bucket_waits_in_the_pacer()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await DiscordDesk.OpenAsync(clock);
        desk.Server.Buckets.Set("send", BucketLimit.Of(1, 1));
        var thread = await desk.RootAsync();
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
        var next = desk.Request(thread);

        var waiting = desk.Pacer.WaitAsync("discord", next, SendCall.Send, DiscordDesk.Cancellation).AsTask();
        clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        using (await waiting.WaitAsync(TimeSpan.FromSeconds(60), DiscordDesk.Cancellation))
        {
            Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(next));
        }

        Assert.Empty(desk.Logged(LogKind.Limited));
    }

    /// <summary>A clock that counts returned slots of the global limit: each is free again after a second.</summary>
    private sealed class CountedClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public static readonly TimeSpan Place = TimeSpan.FromMilliseconds(1002);

        private readonly Lock _gate = new();
        private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
        private int _places;

        /// <summary>Completes once this many have been returned in total.</summary>
        public Task PlacesAsync(int count)
        {
            lock (_gate)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((count, reached));
                Reach();
                return reached.Task;
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == Place)
            {
                lock (_gate)
                {
                    _places++;
                    Reach();
                }
            }

            return timer;
        }

        private void Reach() => _waiting.Where(one => one.Count <= _places).ToList().ForEach(one => one.Reached.TrySetResult());
    }
}

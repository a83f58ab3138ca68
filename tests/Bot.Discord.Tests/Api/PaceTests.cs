using Bot.Discord.Api;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Api;

/// <summary>Limits, with a clock controlled by the test.</summary>
public sealed class PaceTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MonotonicTime _time;

    public PaceTests() => _time = new MonotonicTime(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_leave_at_once_and_the_next_a_second_after_the_first_answer()
    {
        using var pace = new GlobalPace(_time);
        var places = new List<GlobalPace.Place>();
        for (var number = 0; number < GlobalPace.PerSecond; number++)
        {
            places.Add(await pace.TakeAsync(Cancellation));
            places[^1].Left();
        }

        _clock.Advance(TimeSpan.FromMilliseconds(40));
        places[0].Dispose();
        var next = pace.TakeAsync(Cancellation);
        _clock.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        (await next).Dispose();
    }

    [Fact]
    public async Task Never_more_than_fifty_are_counted_within_a_second_whatever_their_ways_take()
    {
        using var pace = new GlobalPace(_time);
        var chance = new Random(5);
        var counted = new List<TimeSpan>();
        var under = new List<(GlobalPace.Place Place, TimeSpan Counted, TimeSpan Answered)>();
        var waiting = Enumerable.Range(0, 400).Select(_ => pace.TakeAsync(Cancellation)).ToList();
        while (counted.Count < 400)
        {
            foreach (var ready in waiting.Where(place => place.IsCompletedSuccessfully).ToList())
            {
                waiting.Remove(ready);
                var place = await ready;
                place.Left();
                var there = _time.Now + TimeSpan.FromMilliseconds(chance.Next(15, 60));
                under.Add((place, there, there + TimeSpan.FromMilliseconds(chance.Next(15, 60))));
            }

            _clock.Advance(TimeSpan.FromMilliseconds(1));
            foreach (var call in under.Where(call => call.Answered <= _time.Now).ToList())
            {
                under.Remove(call);
                counted.Add(call.Counted);
                call.Place.Dispose();
            }
        }

        counted.Sort();
        Assert.All(
            Enumerable.Range(0, 350),
            at => Assert.True(counted[at + 50] - counted[at] >= TimeSpan.FromSeconds(1), $"51 within a second from {counted[at]}")
        );
    }

    [Fact]
    public async Task A_place_of_which_nothing_left_is_free_at_once()
    {
        using var pace = new GlobalPace(_time);
        var places = new List<GlobalPace.Place>();
        for (var number = 0; number < GlobalPace.PerSecond; number++)
        {
            places.Add(await pace.TakeAsync(Cancellation));
        }

        places[7].Dispose();
        places[7].Dispose();

        Assert.True(pace.TakeAsync(Cancellation).IsCompletedSuccessfully);
        Assert.False(pace.TakeAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task A_call_that_was_given_up_may_have_been_counted_until_then()
    {
        using var pace = new GlobalPace(_time);
        var places = new List<GlobalPace.Place>();
        for (var number = 0; number < GlobalPace.PerSecond; number++)
        {
            places.Add(await pace.TakeAsync(Cancellation));
            places[^1].Left();
        }

        _clock.Advance(TimeSpan.FromSeconds(15));
        places[3].Dispose();
        var next = pace.TakeAsync(Cancellation);
        _clock.Advance(TimeSpan.FromMilliseconds(990));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        await next;
    }

    [Fact]
    public void The_later_of_two_global_closings_holds()
    {
        using var pace = new GlobalPace(_time);
        pace.Close(TimeSpan.FromSeconds(30));
        pace.Close(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(30), pace.Opens);
    }

    [Fact]
    public void A_bucket_is_closed_when_its_last_answer_left_nothing_until_it_is_filled_again()
    {
        using var bucket = new RateBucket();
        Assert.True(bucket.Opens <= _time.Now);
        bucket.Learn(1, TimeSpan.FromSeconds(4), _time.Now);
        Assert.True(bucket.Opens <= _time.Now);
        bucket.Take(_time.Now);
        Assert.Equal(TimeSpan.FromSeconds(4), bucket.Opens);
        _clock.Advance(TimeSpan.FromSeconds(4));
        bucket.Take(_time.Now);
        Assert.True(bucket.Opens <= _time.Now);
    }

    [Fact]
    public void A_bucket_that_was_told_to_wait_stays_closed_whatever_its_headers_say()
    {
        using var bucket = new RateBucket();
        bucket.Close(TimeSpan.FromSeconds(219));
        bucket.Learn(4, TimeSpan.FromSeconds(5), _time.Now);
        Assert.Equal(TimeSpan.FromSeconds(219), bucket.Opens);
    }

    [Fact]
    public void A_clock_that_is_set_back_closes_nothing()
    {
        var moved = new MovedClock();
        var forward = new MonotonicTime(moved);
        using var bucket = new RateBucket();
        bucket.Learn(0, TimeSpan.FromSeconds(5), forward.Now);
        moved.Utc = moved.Utc.AddHours(-1);
        moved.Ticks += TimeSpan.TicksPerSecond * 5;
        Assert.True(bucket.Opens <= forward.Now);
    }

    [Fact]
    public void Refusals_of_ten_minutes_are_counted_and_shared_limits_are_not()
    {
        var invalid = new InvalidRequests(_time);
        for (var number = 0; number < InvalidRequests.Most - 1; number++)
        {
            invalid.Note(403, null);
            invalid.Note(429, "shared");
            invalid.Note(404, null);
        }

        Assert.Equal(TimeSpan.Zero, invalid.Wait());
        invalid.Note(429, "user");
        Assert.Equal(TimeSpan.FromMinutes(10), invalid.Wait());
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.Zero, invalid.Wait());
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Utc { get; set; } = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);

        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Utc;

        public override long GetTimestamp() => Ticks;
    }
}

using System.Globalization;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows A11 and A12: the platform asks to wait.</summary>
public sealed class ToldToWaitTests
{
    [Theory]
    [Trait("Fault", "A11")]
    [OnEveryPlatform("1", 1.0)]
    [OnEveryPlatform("0.4", 0.4, Only = [Platforms.TestChat])]
    [OnEveryPlatform("date", 1.0, Only = [Platforms.TestChat])]
    [OnEveryPlatform("0", 0.0, Only = [Platforms.TestChat])]
    [OnEveryPlatform(null, 0.0, Only = [Platforms.TestChat])]
    [OnEveryPlatform("soon", 0.0, Only = [Platforms.TestChat])]
    public async Task A11_A_wait_is_kept_as_a_minimum_whatever_its_form(Scene scene, string? retryAfter, double atLeast)
    {
        await using var stage = await Stage.SetAsync(scene);
        var date = stage.Clock.GetUtcNow().AddSeconds(5);
        var header = retryAfter == "date" ? date.ToString("R", CultureInfo.InvariantCulture) : retryAfter;
        stage.Chat.Script.Add(new Fault(Decision.Limit(header), null) { Operation = "send", Root = true });
        await stage.PlanAsync(replies: 1);

        await stage.StartAsync();
        var root = Assert.Single(await stage.UntilDoneAsync()).Posts[0];

        var limited = stage.Chat.Log.All.Single(entry => entry.Kind == LogKind.Limited);
        var again = stage.Chat.Log.All.First(entry =>
            entry is { Kind: LogKind.Asked, Operation: "send" } && entry.Sequence > limited.Sequence
        );
        // A date has whole seconds; on a slow machine it may have passed by the time it is read.
        var until = retryAfter == "date" ? date.AddSeconds(-1) : limited.At.AddSeconds(atLeast);
        Assert.True(again.At >= until, $"Asked to wait until {until:O}, asked again at {again.At:O}.");
        Assert.Equal((PostState.Sent, 2), (root.State, root.Attempts));
        // A requested wait does not count as a failure of the post.
        Assert.Equal(until > limited.At ? 0 : 1, root.Retries);
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "A11")]
    public async Task A11_A_wait_beyond_the_window_ends_expired_and_somebody_is_told(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(new Fault(Decision.Limit("86400"), null) { Operation = "send", Times = null });
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilAsync(all => all[0].Posts[0].Reason == Reasons.Waiting, "the root waited");
        stage.Clock.Pass(stage.Options.UsefulWindow + TimeSpan.FromMinutes(1));
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.All(delivery.Posts, post => Assert.True(post.State is PostState.Expired or PostState.Cancelled, post.State.ToString()));
        Assert.Equal((PostState.Expired, Reasons.WindowPassed), (delivery.Posts[0].State, delivery.Posts[0].Reason));
        Assert.Equal(1, stage.Count(LogKind.Asked, "send"));
        await stage.UntilToldAsync(reason: Reasons.WindowPassed);
        Assert.Single(stage.Alerts.All, alert => alert.Reason == Reasons.WindowPassed);
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "A12")]
    public async Task A12_A_limit_of_the_whole_token_stops_every_channel_until_it_ends(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        const int channels = 12;
        foreach (var channel in Enumerable.Range(1, channels))
        {
            await stage.PlanAsync($"c{channel}", replies: 2);
        }

        stage.Chat.Script.Add(new Fault(Decision.Limit("2", "token"), null) { Operation = "send", Skip = 5 });
        using var answers = new ReceivedAnswers();
        await stage.StartAsync();
        await stage.UntilDoneAsync();

        var limited = stage.Chat.Log.All.Single(entry => entry.Kind == LogKind.Limited);
        var heard = answers.FirstSince(limited.At, limited.Key!);
        // What was in flight when the answer came may still arrive: one request per channel, each before the gate.
        var early = stage
            .Chat.Log.All.Where(entry =>
                entry is { Kind: LogKind.Asked, Operation: "send" } && entry.At > heard && entry.At < limited.At + TimeSpan.FromSeconds(2)
            )
            .ToList();
        Assert.True(early.Count < channels, $"{early.Count} requests left while the token was told to wait.");
        Assert.Equal(early.Count, early.DistinctBy(entry => entry.Channel).Count());
    }

    [Fact]
    [Trait("Fault", "A12")]
    public async Task A12_A_storm_of_limits_is_answered_with_patience_and_few_refused_requests()
    {
        await using var stage = await Stage.SetAsync();
        const int channels = 20;
        foreach (var channel in Enumerable.Range(1, channels))
        {
            await stage.PlanAsync($"c{channel}", replies: 2, workspace: $"T{channel % 3}");
        }

        stage.TestChat.Server.Limits.Set("token", new RateLimit(15, TimeSpan.FromSeconds(1)));
        await stage.StartAsync();
        await stage.UntilDoneAsync();

        // Each second one batch may find the gate: never more than is in flight at once, and it closes for all.
        var perSecond = stage
            .Chat.Log.All.Where(entry => entry.Kind == LogKind.Limited)
            .GroupBy(entry => entry.At.ToUnixTimeSeconds())
            .Select(group => group.Count())
            .DefaultIfEmpty()
            .Max();
        Assert.InRange(perSecond, 0, channels);
        Assert.InRange(stage.Count(LogKind.Limited, "send"), 0, 3 * channels * 3);
    }
}

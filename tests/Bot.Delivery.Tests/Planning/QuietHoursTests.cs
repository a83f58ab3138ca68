using Bot.Archive.Entities;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using static Bot.Delivery.Tests.Planning.ScheduledBench;

namespace Bot.Delivery.Tests.Planning;

/// <summary>What falls into the hours in which a channel wants nothing. The bench's clock starts on 6 January at 15:00 in Tokyo.</summary>
public sealed class QuietHoursTests
{
    private static readonly DateOnly Tomorrow = Bench.Date.AddDays(1);

    [Theory, BothDatabases]
    public async Task Quiet_hours_hold_what_arrives_and_what_corrects_and_drop_nothing(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"quiet":"22:00-07:00"}""");
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.SendAsync();
        Assert.Equal(2, bench.Platform.Log.Count);

        bench.Time.SetUtcNow(Tokyos("2026-01-06 23:00:00"));
        await bench.StoreAsync("root: news\nstartups: corrected");
        await bench.PlanAsync();
        await StoreAndPlanAsync(bench, Tomorrow);
        await bench.AtAsync(Tokyos("2026-01-07 06:59:00"));
        Assert.Equal(2, bench.Platform.Log.Count);

        await bench.AtAsync(Tokyos("2026-01-07 07:00:00"));
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        Assert.Contains(bench.Platform.Log, sent => sent.Payload.Contains("corrected", StringComparison.Ordinal));
        Assert.Equal(["2026-01-06 Sent", "2026-01-07 Sent"], await RootsAsync(bench));
    }

    [Theory, BothDatabases]
    public async Task What_was_held_back_into_the_quiet_hours_waits_for_their_end_and_what_has_begun_goes_on(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"21:00","quiet":"22:00-07:00"}""", channels: 2);
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.PauseAsync("channel:fake:W/C2");
        bench.Platform.OnSend = (request, _) => request.ThreadId is null ? Reaction.Accept : Reaction.Wait(TimeSpan.FromHours(2));
        await bench.AtAsync(Tokyos("2026-01-06 21:00:00"));
        bench.Platform.OnSend = (_, _) => Reaction.Accept;

        await bench.ResumeAsync();
        await bench.AtAsync(Tokyos("2026-01-06 23:30:00"));

        Assert.Equal("root=Sent startups=Sent root=Planned startups=Planned", await bench.StatesAsync());
        await bench.AtAsync(Tokyos("2026-01-07 06:59:59"));
        Assert.Equal("root=Sent startups=Sent root=Planned startups=Planned", await bench.StatesAsync());
        await bench.AtAsync(Tokyos("2026-01-07 07:00:00"));
        Assert.Equal("root=Sent startups=Sent root=Sent startups=Sent", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task A_revision_of_what_the_quiet_hours_hold_goes_out_after_them_also_beyond_the_first_window(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"21:00","quiet":"22:00-07:00"}""");
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.PauseAsync("channel:fake:W/C1");
        await bench.AtAsync(Tokyos("2026-01-06 22:30:00"));
        await bench.ResumeAsync();
        await bench.AtAsync(Tokyos("2026-01-06 22:31:00"));

        // The window of nine o'clock ended at three.
        bench.Time.SetUtcNow(Tokyos("2026-01-07 04:00:00"));
        await bench.StoreAsync("root: news\nstartups: corrected");
        await bench.PlanAsync();
        await bench.AtAsync(bench.Now);
        Assert.Empty(bench.Platform.Log);

        await bench.AtAsync(Tokyos("2026-01-07 07:00:00"));
        Assert.Equal("root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Contains("corrected", bench.Platform.Log[^1].Payload, StringComparison.Ordinal);
    }
}

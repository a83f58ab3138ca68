using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

/// <summary>
/// A line in the place of a briefing that is late, and what becomes of it. The bench's clock starts on 6 January at 15:00 in Tokyo; the
/// briefing of that day is expected at 16:00 and told to be late at 16:20.
/// </summary>
public sealed class PlaceholderTests
{
    private const string Tells = """{"at":"16:00","late":"tell","tellAfter":20}""";
    private const string Thread = "root: news\nstartups: one";

    private static readonly Series[] Tokyo = [new(Bench.Series, "US AI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_line_holds_the_place_and_is_filled_and_announced_in_the_same_thread(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        var edits = new List<SendRequest>();
        bench.Platform.OnEdit = request =>
        {
            edits.Add(request);
            return Reaction.Accept;
        };
        await bench.AtAsync(Tokyos("16:19:59"));
        Assert.Empty(bench.Platform.Log);

        await bench.AtAsync(Tokyos("16:20:00"));
        var line = Assert.Single(bench.Platform.Log);
        Assert.Contains("US AI", line.Payload, StringComparison.Ordinal);
        Assert.Contains("22:00 JST", line.Payload, StringComparison.Ordinal);
        await bench.AtAsync(Tokyos("17:00:00"));
        Assert.Single(bench.Platform.Log);

        await ArriveAsync(bench, "17:01:00");

        Assert.Equal("root=Sent root=Sent startups=Sent arrival=Sent", await bench.StatesAsync());
        Assert.Equal(
            ["news", "one", ""],
            bench.Platform.Log.Select(sent => Plain(sent.Payload)).Select(text => text.Contains("2026-01-06") ? "" : text)
        );
        Assert.All(bench.Platform.Log.Skip(1), sent => Assert.Equal("t1", sent.Thread));
        Assert.Equal([false, false, true], bench.Platform.Log.Select(sent => sent.IsAnnouncement));
        Assert.True(Assert.Single(edits).FillsPlace);
        Assert.Single(await bench.DeliveriesAsync());
    }

    [Theory, BothDatabases]
    public async Task What_comes_in_time_or_before_the_line_is_sent_goes_out_as_ever(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.PauseAsync("channel:fake:W/C1");
        await bench.AtAsync(Tokyos("16:20:00"));
        Assert.Equal("root=Planned", await bench.StatesAsync());

        await bench.StoreAsync(Thread);
        await bench.PlanAsync();
        await bench.ResumeAsync();
        await bench.AtAsync(Tokyos("16:21:00"));

        Assert.Equal("root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Equal(["news", "one"], bench.Platform.Log.Select(sent => Plain(sent.Payload)));
    }

    [Theory, BothDatabases]
    public async Task It_may_come_while_the_line_is_being_sent(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        bench.Platform.OnSend = (request, _) =>
        {
            if (request.ThreadId is null)
            {
                bench.StoreAsync(Thread).GetAwaiter().GetResult();
                bench.PlanAsync().GetAwaiter().GetResult();
            }

            return Reaction.Accept;
        };

        await bench.AtAsync(Tokyos("16:20:00"));
        await bench.AtAsync(Tokyos("16:20:30"));

        Assert.Equal("root=Sent root=Sent startups=Sent arrival=Sent", await bench.StatesAsync());
        Assert.Equal(3, bench.Platform.Log.Count);
        Assert.Equal("news", Plain(bench.Platform.Log[0].Payload));
    }

    [Theory, BothDatabases]
    public async Task A_line_that_is_refused_or_never_arrives_does_not_hold_up_the_briefing(TestDatabase database)
    {
        await using var bench = await LateAsync(database, channels: 2);
        bench.Platform.OnSend = (request, _) =>
            request.Channel.Channel == "C1" ? Reaction.Refuse(RejectReason.PayloadRefused) : Reaction.Lose;
        bench.Platform.OnFind = _ => new FindOutcome.CannotTell("busy");
        await bench.AtAsync(Tokyos("16:20:00"));
        await bench.AtAsync(Tokyos("16:40:00"));
        Assert.Equal("root=Failed root=Failed", await bench.StatesAsync());

        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        bench.Platform.OnFind = _ => null;
        await ArriveAsync(bench, "17:00:00");

        Assert.Equal("root=Failed root=Sent startups=Sent root=Failed root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Equal(4, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_line_that_fails_once_the_briefing_is_there_gives_it_a_root_of_its_own(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        bench.Platform.OnSend = (_, _) => Reaction.Wait(TimeSpan.FromMinutes(5));
        await bench.AtAsync(Tokyos("16:20:00"));
        await bench.StoreAsync(Thread);
        await bench.PlanAsync();
        Assert.Equal("root=Planned root=Planned startups=Planned arrival=Planned", await bench.StatesAsync());

        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        await bench.AtAsync(Tokyos("16:26:00"));
        await bench.AtAsync(Tokyos("16:26:01"));

        Assert.Equal("root=Cancelled root=Sent startups=Sent arrival=Cancelled", await bench.StatesAsync());
        Assert.Equal(["news", "one"], bench.Platform.Log.Select(sent => Plain(sent.Payload)));
    }

    [Theory, BothDatabases]
    public async Task A_line_that_somebody_took_down_is_not_waited_for(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        bench.Platform.OnEdit = _ => Reaction.Refuse(RejectReason.ThreadGone);

        await ArriveAsync(bench, "17:00:00");
        await bench.AtAsync(Tokyos("17:00:01"));

        Assert.Equal("root=Sent root=Sent startups=Sent arrival=Cancelled", await bench.StatesAsync());
        Assert.Equal(["news", "one"], bench.Platform.Log.Skip(1).Select(sent => Plain(sent.Payload)));
        Assert.Null(bench.Platform.Log[1].Thread);
    }

    [Theory, BothDatabases]
    public async Task After_the_window_the_line_says_that_nothing_came_and_what_comes_then_expires(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        await bench.AtAsync(Tokyos("22:00:00"));
        await bench.AtAsync(Tokyos("22:30:00"));
        Assert.Equal("root=Sent root=Sent", await bench.StatesAsync());
        Assert.Single(bench.Platform.Edits);
        var never = Assert.Single(bench.Platform.Log).Payload;
        Assert.DoesNotContain("http", never, StringComparison.Ordinal);

        await ArriveAsync(bench, "22:31:00");

        Assert.Equal("root=Sent root=Sent root=Expired startups=Expired arrival=Expired", await bench.StatesAsync());
        Assert.Equal(never, Assert.Single(bench.Platform.Log).Payload);
        // A correction of what nobody was shown shows nothing.
        await ArriveAsync(bench, "22:32:00", "root: news\nstartups: corrected");
        Assert.Single(bench.Platform.Edits);

        // A person may want it all the same.
        var delivery = Assert.Single(await bench.DeliveriesAsync());
        await bench.Get<DeliveryOperations>().ResendAsync(delivery.Id, "test", Cancel);
        await bench.AtAsync(Tokyos("22:33:00"));
        Assert.Equal(["news", "one"], bench.Platform.Log.Take(2).Select(sent => Plain(sent.Payload)));
    }

    [Theory, BothDatabases]
    public async Task What_comes_after_the_window_while_nobody_looked_closes_the_line(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        bench.Time.SetUtcNow(Tokyos("22:05:00"));
        await bench.StoreAsync(Thread);
        await bench.PlanAsync();
        await bench.AtAsync(bench.Now);

        Assert.Equal("root=Sent root=Expired startups=Expired arrival=Expired root=Sent", await bench.StatesAsync());
        Assert.Single(bench.Platform.Edits);
        Assert.Single(bench.Platform.Log);
    }

    [Theory, BothDatabases]
    public async Task A_correction_before_and_after_the_thread_is_filled_shows_once_what_is_right(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        await bench.StoreAsync("root: wrong\nstartups: wrong");
        await bench.PlanAsync();
        await bench.StoreAsync(Thread);
        await bench.PlanAsync();
        await bench.AtAsync(Tokyos("16:30:00"));
        Assert.Equal("root=Sent root=Sent startups=Sent arrival=Sent", await bench.StatesAsync());
        Assert.Equal(["news", "one"], bench.Platform.Log.Take(2).Select(sent => Plain(sent.Payload)));

        await ArriveAsync(bench, "16:40:00", "root: news\nstartups: corrected");

        Assert.Equal(["news", "corrected"], bench.Platform.Log.Take(2).Select(sent => Plain(sent.Payload)));
        Assert.Equal(3, bench.Platform.Log.Count);
        await ArriveAsync(bench, "16:50:00", "root: newer");
        Assert.Equal(["newer", "withdrawn"], bench.Platform.Log.Take(2).Select(sent => Plain(sent.Payload)));
        Assert.Contains("2026-01-06", bench.Platform.Log[2].Payload, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_unsubscribed_channel_gets_nothing_more_and_its_line_stays(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        await bench.Get<ChannelSubscriptions>().UnsubscribeAsync(new(bench.Platform.Id, "W", "C1"), null, null, "test", Cancel);

        await ArriveAsync(bench, "17:00:00");
        await bench.AtAsync(Tokyos("23:00:00"));

        Assert.Single(bench.Platform.Log);
        Assert.Empty(bench.Platform.Edits);
    }

    [Theory, BothDatabases]
    public async Task Two_processes_plan_and_fill_one_line(TestDatabase database)
    {
        await using var bench = await LateAsync(database, channels: 20);
        await using var other = new Bench(database, like: bench, series: Tokyo);
        bench.Time.SetUtcNow(Tokyos("16:20:00"));
        await Task.WhenAll(Task.Run(bench.SweepAsync), Task.Run(other.SweepAsync));
        await bench.SendAsync();
        Assert.Equal(20, bench.Platform.Log.Count);

        await bench.StoreAsync(Thread);
        await Task.WhenAll(Task.Run(() => bench.PlanAsync()), Task.Run(() => other.PlanAsync()));
        await bench.SendAsync();

        Assert.Equal(60, bench.Platform.Log.Count);
        Assert.Equal(20, bench.Platform.Edits.Count);
    }

    [Theory, BothDatabases]
    public async Task A_line_that_was_planned_beside_the_briefing_is_filled_or_not_sent(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.StoreAsync(Thread);
        bench.Time.SetUtcNow(Tokyos("16:20:00"));
        // Another process is planning the briefing and has not written anything yet.
        await bench.SweepAsync();
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Log);

        await bench.PlanAsync();
        await bench.AtAsync(Tokyos("16:21:00"));
        Assert.Equal("root=Sent startups=Sent", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task An_edition_fills_the_place_of_its_day_and_another_one_gets_a_thread_of_its_own(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        await StoreEditionAsync(bench, "evening");
        await bench.Get<DeliveryPlanner>().PlanAsync(new BriefingKey(Bench.Series, Bench.Date, "evening"), Cancel);
        await AddMorningAsync(bench);
        await bench.PlanAsync();
        await bench.AtAsync(Tokyos("17:00:00"));

        Assert.Equal("root=Sent root=Sent startups=Sent arrival=Sent root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Equal(["", "evening"], (await bench.DeliveriesAsync()).Select(delivery => delivery.Edition).Order());
    }

    [Theory, BothDatabases]
    public async Task A_line_beside_the_briefings_own_thread_is_taken_down_and_no_thread_ever_is(TestDatabase database)
    {
        await using var bench = await LateAsync(database);
        await bench.AtAsync(Tokyos("16:20:00"));
        var held = Assert.Single(await bench.DeliveriesAsync());
        await StoreEditionAsync(bench, "evening");
        // As if another process had planned the edition at the moment in which the line was planned.
        await using (var context = database.CreateContext())
        {
            context.Add(
                new StoredDelivery
                {
                    SubscriptionId = held.SubscriptionId,
                    Token = held.Token,
                    Platform = held.Platform,
                    Workspace = held.Workspace,
                    Channel = held.Channel,
                    Series = held.Series,
                    Date = held.Date,
                    Edition = "evening",
                    BriefingId = (await context.Briefings.SingleAsync(Cancel)).Id,
                    Revision = 1,
                    State = DeliveryState.Done,
                    ThreadId = "t0",
                }
            );
            await context.SaveChangesAsync(Cancel);
        }

        await bench.Get<DeliveryPlanner>().PlanAsync(new BriefingKey(Bench.Series, Bench.Date, "evening"), Cancel);
        await bench.AtAsync(Tokyos("16:21:00"));
        Assert.True(Assert.Single(bench.Platform.Log).Deleted);

        // The day's own issue is another one, and gets a thread of its own.
        await AddMorningAsync(bench);
        await bench.PlanAsync();
        await bench.AtAsync(Tokyos("17:00:00"));
        Assert.Equal([true, false, false], bench.Platform.Log.Select(message => message.Deleted));
        Assert.Equal(OperationStatus.AlreadyDone, (await bench.Get<DeliveryOperations>().RecallHeldAsync(held.Id, "test", Cancel)).Status);
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_told_in_quiet_hours_nor_of_a_day_that_is_not_expected(TestDatabase database)
    {
        await using var quiet = await LateAsync(database, """{"at":"16:00","late":"tell","tellAfter":20,"quiet":"16:10-17:00"}""");
        await quiet.AtAsync(Tokyos("16:20:00"));
        await quiet.AtAsync(Tokyos("17:00:00"));
        Assert.Empty(quiet.Platform.Log);

        await quiet.ScheduleAsync(Tells);
        await using var weekdays = new Bench(database, like: quiet, series: [Tokyo[0] with { ExpectedOn = [DayOfWeek.Monday] }]);
        await weekdays.AtAsync(Tokyos("17:01:00"));
        Assert.Empty(weekdays.Platform.Log);
    }

    [Theory, BothDatabases]
    public async Task Who_subscribes_after_the_time_is_not_told(TestDatabase database)
    {
        await using var bench = new Bench(database, series: Tokyo);
        bench.Time.SetUtcNow(Tokyos("16:10:00").AddHours(1));
        await bench.SubscribeAsync();
        await bench.ScheduleAsync(Tells);

        await bench.AtAsync(Tokyos("17:30:00"));

        Assert.Empty(bench.Platform.Log);
    }

    private static async Task<Bench> LateAsync(TestDatabase database, string schedule = Tells, int channels = 1)
    {
        var bench = new Bench(database, series: Tokyo);
        await bench.SubscribeAsync(channels);
        await bench.ScheduleAsync(schedule);
        return bench;
    }

    private static async Task ArriveAsync(Bench bench, string at, string lines = Thread)
    {
        bench.Time.SetUtcNow(Tokyos(at));
        await bench.StoreAsync(lines);
        await bench.PlanAsync();
        await bench.AtAsync(bench.Now);
    }

    private static async Task StoreEditionAsync(Bench bench, string edition)
    {
        await bench.StoreAsync(Thread);
        await using var context = bench.Database.CreateContext();
        await context.Briefings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Edition, edition), Cancel);
    }

    private static async Task AddMorningAsync(Bench bench)
    {
        await using var context = bench.Database.CreateContext();
        context.Add(
            new StoredBriefing
            {
                Series = Bench.Series,
                Date = Bench.Date,
                Revision = 1,
                ReceivedAt = bench.Now,
                RevisedAt = bench.Now,
                Revisions =
                {
                    new StoredRevision
                    {
                        Number = 1,
                        ContentHash = "1",
                        Markdown = Thread,
                        Origin = "test",
                        ReceivedAt = bench.Now,
                    },
                },
            }
        );
        await context.SaveChangesAsync(Cancel);
    }

    private static string Plain(string html) =>
        html.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal);

    private static DateTimeOffset Tokyos(string at) =>
        DateTimeOffset.Parse($"2026-01-06T{at}+09:00", CultureInfo.InvariantCulture).ToUniversalTime();
}

using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Sending;

/// <summary>The platform is asked about a refusal before anything is decided, and asked again afterwards.</summary>
public class RefusalTests
{
    private readonly FakeProbes _probes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task H5_One_refusal_of_a_good_token_pauses_nothing(TestDatabase database)
    {
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (request, count) =>
            request.ThreadId is null && count == 1 ? Reaction.Refuse(RejectReason.TokenRefused) : Reaction.Accept;
        await bench.PlanThreadAsync(channels: 3);

        await PassAsync(bench);

        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        Assert.Empty(await PausesAsync(database));
        Assert.Empty(bench.Alerts.All);
    }

    [Theory, BothDatabases]
    public async Task H5_A_platform_that_does_not_answer_for_its_token_pauses_nothing_either(TestDatabase database)
    {
        _probes.Token = TokenStanding.Unanswered;
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (_, count) => count == 1 ? Reaction.Refuse(RejectReason.TokenRefused) : Reaction.Accept;
        await bench.PlanThreadAsync(lines: "root: news");

        await PassAsync(bench);

        Assert.Equal("root=Sent", await bench.StatesAsync());
        Assert.Empty(await PausesAsync(database));
    }

    [Theory, BothDatabases]
    public async Task H5_H9_A_token_that_is_refused_when_asked_is_paused_once_and_goes_on_by_itself(TestDatabase database)
    {
        _probes.Token = TokenStanding.Refused;
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (_, _) =>
            _probes.Token == TokenStanding.Refused ? Reaction.Refuse(RejectReason.TokenRefused) : Reaction.Accept;
        await bench.PlanThreadAsync(channels: 5, lines: "root: news");
        await PassAsync(bench);
        Assert.Equal("token:fake:W", Assert.Single(bench.Alerts.All).Subject);
        // Five channels were refused at once: one question to the platform answers them all.
        Assert.Equal(1, _probes.Questions);

        bench.Time.Advance(PauseWatch.Rhythm);
        await bench.Get<PauseWatch>().LookAsync(Cancel);
        Assert.Single(await PausesAsync(database));
        _probes.Token = TokenStanding.Accepted;
        bench.Time.Advance(PauseWatch.Rhythm);
        await bench.Get<PauseWatch>().LookAsync(Cancel);
        await bench.SendAsync();

        Assert.Empty(await PausesAsync(database));
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
    }

    [Theory, BothDatabases]
    public async Task H5_Resuming_tries_and_says_what_came(TestDatabase database)
    {
        _probes.Token = TokenStanding.Refused;
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.TokenRefused);
        await bench.PlanThreadAsync(lines: "root: news");
        await bench.SendAsync();
        var operations = bench.Get<DeliveryOperations>();

        var refused = await operations.ResumeAsync("token:fake:W", "ann", Cancel);
        Assert.Equal((OperationStatus.NotPossible, "its words", Reasons.TokenRefused), (refused.Status, refused.Detail, refused.Refused));
        Assert.Single(await PausesAsync(database));

        (_probes.Token, bench.Platform.OnSend) = (TokenStanding.Unanswered, (_, _) => Reaction.Accept);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        var silent = await operations.ResumeAsync("token:fake:W", "ann", Cancel);
        Assert.Equal((OperationStatus.Done, true), (silent.Status, silent.IsUnanswered));
        await bench.SendAsync();
        Assert.Equal("root=Sent", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task H7_What_nobody_explains_is_tried_again_and_held_against_no_payload(TestDatabase database)
    {
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (request, count) =>
            request.ThreadId is not null && count <= 2 ? Reaction.Refuse(RejectReason.Other) : Reaction.Accept;
        await bench.PlanThreadAsync();

        await PassAsync(bench);

        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.Empty(bench.Alerts.All);
        // Token, channel and thread, once per post.
        Assert.Equal(6, _probes.Questions);
    }

    [Theory]
    [BothDatabases(ThreadStanding.Gone, Reasons.ThreadGone)]
    [BothDatabases(ThreadStanding.Locked, Reasons.ThreadLocked)]
    public async Task H7_A_thread_that_is_found_to_be_the_matter_ends_with_one_alert(
        TestDatabase database,
        ThreadStanding standing,
        string reason
    )
    {
        _probes.Thread = standing;
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (request, _) => request.ThreadId is not null ? Reaction.Refuse(RejectReason.Other) : Reaction.Accept;
        await bench.PlanThreadAsync(lines: "root: news\nstartups: one\noutlook: two\ninsights: three\nanalysis: four");

        await PassAsync(bench);

        Assert.Equal("root=Sent startups=Failed outlook=Cancelled insights=Cancelled analysis=Cancelled", await bench.StatesAsync());
        Assert.Equal(reason, Assert.Single(bench.Alerts.All).Reason);
        Assert.Empty(await PausesAsync(database));
    }

    [Theory, BothDatabases]
    public async Task H7_A_channel_that_is_found_to_be_the_matter_is_paused_by_name(TestDatabase database)
    {
        _probes.Channel = new ChannelProbe(Usable: false) { Missing = [new LocalizedText("", "Send Messages")] };
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.Other);
        await bench.PlanThreadAsync(lines: "root: news");

        await bench.SendAsync();

        var pause = Assert.Single(await PausesAsync(database));
        Assert.Equal(("channel:fake:W/C1", Reasons.PermissionMissing, "Send Messages"), (pause.Scope, pause.Reason, pause.Detail));
    }

    [Theory, BothDatabases]
    public async Task H7_What_stays_unexplained_fails_alone_in_the_end_and_is_told_once_a_thread(TestDatabase database)
    {
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (request, _) =>
            request.Payload is "<p>one</p>" or "<p>two</p>" ? Reaction.Refuse(RejectReason.Other) : Reaction.Accept;
        await bench.PlanThreadAsync(lines: "root: news\nstartups: one\noutlook: two\ninsights: three");

        await PassAsync(bench, TimeSpan.FromMinutes(16));

        Assert.Equal("root=Sent startups=Failed outlook=Failed insights=Sent", await bench.StatesAsync());
        Assert.Single(bench.Alerts.All, alert => alert.Reason == Reasons.Refused);
    }

    [Theory, BothDatabases]
    public async Task H8_A_locked_thread_ends_its_own_rest_and_its_channel_goes_on(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync("one", 1, "W");
        await bench.SubscribeAsync("two", 1, "W");
        await bench.StoreAsync("root: first\nstartups: a\noutlook: b", series: "one");
        await bench.StoreAsync("root: second\nstartups: c", series: "two");
        await bench.PlanAsync("one");
        await bench.PlanAsync("two");
        bench.Platform.OnSend = (request, _) =>
            request.Payload is "<p>a</p>" or "<p>b</p>" ? Reaction.Refuse(RejectReason.ThreadLocked) : Reaction.Accept;

        await PassAsync(bench);

        Assert.Equal("root=Sent startups=Failed outlook=Cancelled root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Equal(Reasons.ThreadLocked, Assert.Single(bench.Alerts.All).Reason);
        Assert.Empty(await PausesAsync(database));
        Assert.Equal(
            ["<p>first</p>", "<p>second</p>"],
            bench.Platform.Log.Where(message => message.Thread is null).Select(message => message.Payload).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [BothDatabases("channel:fake:W/C1", Reasons.ChannelGone)]
    [BothDatabases("channel:fake:W/C1", Reasons.ChannelLocked)]
    [BothDatabases("channel:fake:W/C1", Reasons.PermissionMissing)]
    [BothDatabases("workspace:fake:W", Reasons.BotRemoved)]
    [BothDatabases("token:fake:W", Reasons.TokenRefused)]
    public async Task H9_Whatever_a_platform_caused_is_looked_at_again_and_ends_with_its_cause(
        TestDatabase database,
        string scope,
        string reason
    )
    {
        (_probes.Channel, _probes.Token) = (
            new ChannelProbe(Usable: false) { Problem = new LocalizedText("", "archived") },
            TokenStanding.Refused
        );
        await using var bench = new Bench(database, probes: _probes);
        await bench.PlanThreadAsync(lines: "root: news");
        await using (var context = database.CreateContext())
        {
            context.Add(
                new Pause
                {
                    Scope = scope,
                    Reason = reason,
                    Since = bench.Now,
                }
            );
            context.Add(
                new Pause
                {
                    Scope = "channel:fake:W/C9",
                    Reason = Reasons.PausedByAdmin,
                    Since = bench.Now,
                }
            );
            await context.SaveChangesAsync(Cancel);
        }

        await bench.Get<PauseWatch>().LookAsync(Cancel);
        Assert.Equal(2, (await PausesAsync(database)).Count);
        (_probes.Channel, _probes.Token) = (new ChannelProbe(Usable: true), TokenStanding.Accepted);
        bench.Time.Advance(PauseWatch.Rhythm);
        await bench.Get<PauseWatch>().LookAsync(Cancel);

        // A pause made by an admin stays.
        Assert.Equal(Reasons.PausedByAdmin, Assert.Single(await PausesAsync(database)).Reason);
        await bench.SendAsync();
        Assert.Equal("root=Sent", await bench.StatesAsync());
    }

    /// <summary>A refusal that no probe shows: the platform reports no problem.</summary>
    [Theory, BothDatabases]
    public async Task H9_A_pause_that_is_back_each_time_is_ended_later_and_later(TestDatabase database)
    {
        _probes.Channel = new ChannelProbe(Usable: true);
        await using var bench = new Bench(database, probes: _probes);
        bench.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.ChannelLocked);
        await bench.PlanThreadAsync(lines: "root: news");
        await bench.SendAsync();

        for (var look = 0; look < 36; look++)
        {
            bench.Time.Advance(PauseWatch.Rhythm);
            await bench.Get<PauseWatch>().LookAsync(Cancel);
            await bench.SendAsync();
        }

        // In three hours after 5, 10, 15, 35, 75 and 135 minutes, besides the first time.
        Assert.InRange(bench.Platform.Requests.Values.Sum(), 4, 8);
        Assert.Single(await PausesAsync(database));

        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        for (var look = 0; look < 13; look++)
        {
            bench.Time.Advance(PauseWatch.Rhythm);
            await bench.Get<PauseWatch>().LookAsync(Cancel);
        }

        await bench.SendAsync();
        Assert.Equal("root=Sent", await bench.StatesAsync());
    }

    /// <summary>Sends, and sends again after every possible wait.</summary>
    private static async Task PassAsync(Bench bench, TimeSpan? wait = null)
    {
        await bench.SendAsync();
        for (var turn = 0; turn < 12; turn++)
        {
            await bench.AdvanceAndSendAsync(wait ?? TimeSpan.FromMinutes(2));
        }
    }

    private static async Task<List<Pause>> PausesAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Pauses.AsNoTracking().OrderBy(pause => pause.Scope).ToListAsync(Cancel);
    }
}

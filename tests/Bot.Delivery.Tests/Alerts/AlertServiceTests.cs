using System.Net;
using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Alerts;
using Bot.Delivery.Operations;
using Bot.Delivery.Sending;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Alerts;

public sealed class AlertServiceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_is_told_once_by_whatever_process_and_again_after_it_was_resolved(TestDatabase database)
    {
        await using var desk = new AlertDesk(database);
        await using var other = new AlertDesk(database, like: desk);
        await PauseAsync(database, "token:fake:W", Reasons.TokenRefused, desk.Time.GetUtcNow());

        for (var time = 0; time < 3; time++)
        {
            desk.Raise(Reasons.TokenRefused, "token:fake:W", "invalid_auth");
            other.Raise(Reasons.TokenRefused, "token:fake:W", "invalid_auth");
            await Task.WhenAll(desk.RunAsync(), other.RunAsync());
        }

        var told = Assert.Single(desk.Platform.Log);
        Assert.Equal("fake:W/ops", told.Channel.ToString());
        Assert.Contains("the token of fake:W was refused", told.Payload, StringComparison.Ordinal);
        Assert.Contains("Set a new token", told.Payload, StringComparison.Ordinal);
        Assert.Contains("invalid_auth", told.Payload, StringComparison.Ordinal);
        Assert.Single(desk.Log.Needing.Concat(other.Log.Needing));

        await desk.Get<DeliveryOperations>().ResumeAsync("token:fake:W", "ann", Cancel);
        await PauseAsync(database, "token:fake:W", Reasons.TokenRefused, desk.Time.GetUtcNow());
        desk.Raise(Reasons.TokenRefused, "token:fake:W");
        await desk.RunAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, desk.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_pause_or_a_parked_post_whose_process_died_before_it_told_is_found(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, _) => Reaction.Lose;
        bench.Platform.OnFind = _ => new FindOutcome.CannotTell("no permission to read");
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(10));
        await PauseAsync(database, "channel:fake:W/C2", Reasons.PermissionMissing, bench.Now);
        await PauseAsync(database, "all", Reasons.PausedByAdmin, bench.Now);
        await using var desk = new AlertDesk(database);

        await desk.RunAsync();

        Assert.Equal(2, desk.Platform.Log.Count);
        Assert.Contains(desk.Platform.Log, told => told.Payload.Contains("a permission is missing", StringComparison.Ordinal));
        var key = (await bench.PostsAsync())[0].Key;
        var parked = Assert.Single(
            desk.Platform.Log,
            told => told.Payload.Contains($"deliveries settle {key} --sent", StringComparison.Ordinal)
        );
        Assert.Contains("us-ai 2026-01-06 → fake:W/C1", WebUtility.HtmlDecode(parked.Payload), StringComparison.Ordinal);

        Assert.Equal(
            OperationStatus.Done,
            (await bench.Get<DeliveryOperations>().SettleAsync(key, new ParkedVerdict.Drop(), "ann", Cancel)).Status
        );
        Assert.Equal("channel:fake:W/C2", (await desk.OnlyAsync()).Subject);
    }

    [Theory, BothDatabases]
    public async Task What_fails_in_several_processes_for_one_payload_or_one_token_is_told_once(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        var post = (await bench.PostsAsync())[1];
        await using var one = new AlertDesk(database);
        await using var other = new AlertDesk(database, like: one);
        foreach (var desk in new[] { one, other, one })
        {
            var trouble = desk.Get<OutageTracker>();
            trouble.Failed(Reasons.PayloadRefused, post.PayloadHash, "too long");
            trouble.Unanswered("fake:W", "refused", desk.Time.GetUtcNow());
            trouble.Unanswered("fake:W", "refused", desk.Time.GetUtcNow().AddHours(1));
            trouble.Expired("fake:W", posts: 3);
            await desk.RunAsync();
        }

        Assert.Equal(3, one.Platform.Log.Count);
        var told = Assert.Single(one.Platform.Log, told => told.Payload.Contains("too long", StringComparison.Ordinal));
        Assert.Contains("us-ai 2026-01-06 → fake:W/C1", WebUtility.HtmlDecode(told.Payload), StringComparison.Ordinal);
        Assert.Contains(post.Key, told.Payload, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_alert_whose_cause_is_gone_is_over(TestDatabase database)
    {
        await using var desk = new AlertDesk(database);
        await PauseAsync(database, "token:fake:W", Reasons.TokenRefused, desk.Time.GetUtcNow());
        desk.Raise(Reasons.TokenRefused, "token:fake:W");
        await desk.RunAsync();
        Assert.Equal("token:fake:W", (await desk.OnlyAsync()).Subject);

        await ExecuteAsync(database, "DELETE FROM pauses");
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_telling_whose_outcome_was_lost_is_looked_up_before_it_is_told_again(TestDatabase database)
    {
        await using var desk = new AlertDesk(database);
        desk.Platform.OnSend = (_, _) => Reaction.AcceptAndLose;
        desk.Raise(Reasons.PayloadRefused, "post:unknown");
        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        await desk.RunAfterAsync(TimeSpan.FromHours(2));

        Assert.Single(desk.Platform.Log);
        Assert.Single(desk.Platform.Looks);
        Assert.Equal(Telling.Told, (await desk.OnlyAsync()).Channel);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_told_is_tried_for_a_day_and_then_given_up(TestDatabase database)
    {
        await using var desk = new AlertDesk(database);
        desk.Platform.OnSend = (_, _) => Reaction.Wait(null);
        desk.Raise(Reasons.PayloadRefused, "post:unknown");
        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((Telling.Waiting, 2), await desk.OnlyAsync() is var alert ? (alert.Channel, alert.Attempts) : default);

        await desk.RunAfterAsync(TimeSpan.FromHours(25));

        Assert.Equal(Telling.GivenUp, (await desk.OnlyAsync()).Channel);
        Assert.Contains(desk.Log.Lines, line => line.Contains("could not be sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_refuses_or_whose_platform_is_off_is_given_up_and_the_log_says_so()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var refused = new AlertDesk(database);
        refused.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.ChannelGone);
        refused.Raise(Reasons.PayloadRefused, "post:one");
        await refused.RunAsync();
        Assert.Equal(Telling.GivenUp, (await refused.OnlyAsync()).Channel);

        await using var off = new AlertDesk(database, new OperatorOptions { Channel = "telegraph:W/ops" });
        off.Raise(Reasons.PayloadRefused, "post:two");
        await off.RunAsync();
        Assert.Contains(off.Log.Lines, line => line.StartsWith("Alert post:two", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_is_told_as_JSON_until_it_takes_it_and_its_own_address_is_in_no_log()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var hook = new Hook(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        await using var desk = new AlertDesk(database, new OperatorOptions { Webhook = hook.Address, Language = Locale.Japanese });
        await PauseAsync(database, "token:slack:T1", Reasons.TokenRefused, desk.Time.GetUtcNow());
        desk.Raise(Reasons.TokenRefused, "token:slack:T1", "invalid_auth");

        await desk.RunAsync();
        Assert.Equal((Telling.NotWanted, Telling.Waiting), await desk.OnlyAsync() is var alert ? (alert.Channel, alert.Webhook) : default);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        await desk.RunAfterAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(Telling.Told, (await desk.OnlyAsync()).Webhook);
        var told = hook.Told.ToArray();
        Assert.Equal(2, told.Length);
        Assert.Equal(told[0].GetProperty("id").GetString(), told[1].GetProperty("id").GetString());
        Assert.Equal("token-refused", told[1].GetProperty("reason").GetString());
        Assert.Contains("slack:T1 のトークンが拒否されました", told[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Log.Lines, line => line.Contains("canary-hook", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_refuses_is_given_up_and_one_that_is_down_is_tried_again()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var hook = new Hook(HttpStatusCode.Forbidden);
        await using (var desk = new AlertDesk(database, new OperatorOptions { Webhook = hook.Address }))
        {
            desk.Raise(Reasons.PayloadRefused, "post:one");
            await desk.RunAsync();
            Assert.Equal(Telling.GivenUp, (await desk.OnlyAsync()).Webhook);
            await desk.Get<AlertLedger>().ResolveAsync("post:one", null, desk.Time.GetUtcNow(), Cancel);
        }

        hook.Dispose();
        await using var down = new AlertDesk(database, new OperatorOptions { Webhook = hook.Address });
        down.Raise(Reasons.PayloadRefused, "post:two");
        await down.RunAsync();
        Assert.Equal(Telling.Waiting, (await down.OnlyAsync()).Webhook);
    }

    [Fact]
    public async Task While_the_database_is_away_it_is_logged_once_and_kept()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AlertDesk(database);
        await ExecuteAsync(database, "ALTER TABLE alerts RENAME TO alerts_away");
        var service = desk.Get<AlertService>();
        await service.StartAsync(Cancel);
        desk.Raise(Reasons.PayloadRefused, "post:key-1");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        await UntilAsync(
            desk,
            () => desk.Log.Lines.Any(line => line.StartsWith("Alerts cannot", StringComparison.Ordinal)),
            deadline.Token
        );
        Assert.Single(desk.Log.Needing);
        // Each is logged by a round that fails like the first, which adds nothing more.
        foreach (var (post, lines) in new[] { ("post:key-2", 2), ("post:key-3", 3) })
        {
            desk.Raise(Reasons.PayloadRefused, post);
            await UntilAsync(desk, () => desk.Log.Needing.Count() == lines, deadline.Token);
        }

        await ExecuteAsync(database, "ALTER TABLE alerts_away RENAME TO alerts");
        // The clock runs fast here, so one may be sent twice; none is left out.
        await UntilAsync(
            desk,
            () =>
                new[] { "key-1", "key-2", "key-3" }.All(post =>
                    desk.Platform.Log.Any(told => told.Payload.Contains(post, StringComparison.Ordinal))
                ),
            deadline.Token
        );

        await service.StopAsync(Cancel);
        Assert.Equal(3, desk.Log.Needing.Count());
        Assert.Single(desk.Log.Lines, line => line.StartsWith("Alerts cannot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Raising_never_waits_and_never_throws()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AlertDesk(database);

        for (var number = 0; number < 5000; number++)
        {
            desk.Raise(Reasons.PayloadRefused, $"post:{number}");
        }

        // Nobody reads yet: alerts beyond the limit are dropped, the oldest are kept.
        await desk.RunAsync();
        await using var context = database.CreateContext();
        Assert.Equal(1000, await context.Alerts.CountAsync(TestContext.Current.CancellationToken));
        Assert.True(await context.Alerts.AnyAsync(row => row.Subject == "post:0", TestContext.Current.CancellationToken));
    }

    private static async Task UntilAsync(AlertDesk desk, Func<bool> happened, CancellationToken deadline)
    {
        while (!happened())
        {
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, deadline);
        }
    }

    private static async Task PauseAsync(TestDatabase database, string scope, string reason, DateTimeOffset now)
    {
        await using var context = database.CreateContext();
        context.Add(
            new Pause
            {
                Scope = scope,
                Reason = reason,
                Detail = "invalid_auth",
                Since = now,
            }
        );
        await context.SaveChangesAsync(Cancel);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateContext();
        await context.Database.ExecuteSqlRawAsync(sql, Cancel);
    }
}

using System.Net;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Administering;
using Bot.Delivery.Tests.Alerts;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

/// <summary>Corrections of a subscription that wants a person's word before what stands in its channel is changed.</summary>
public sealed class ConfirmedCorrectionsTests
{
    private const string Thread = "root: news\nstartups: one";
    private const string Corrected = "root: news\nstartups: better";

    private static readonly CorrectionScope All = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task They_wait_until_they_are_confirmed_once_and_other_channels_do_not(TestDatabase database)
    {
        await using var bench = await PostedAsync(database, channels: 2);
        await using (var context = database.CreateContext())
        {
            await context
                .Subscriptions.Where(row => row.Channel == "C2")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Options, (string?)null), Cancel);
        }

        await ReviseAsync(bench, Corrected);
        await bench.AtAsync(bench.Now);
        await bench.AtAsync(bench.Now.AddDays(3));

        Assert.Equal(["C2"], CorrectedIn(bench));
        var waiting = Assert.Single(await bench.Get<WaitingCorrections>().ListAsync(All, 10, Cancel));
        Assert.Equal((1, 2, 1, "C1"), (waiting.Shown, waiting.Revision, waiting.Posts, waiting.Channel.Channel));

        Assert.Equal(OperationStatus.Done, await DecideAsync(bench, All, isConfirmed: true));
        Assert.Equal(OperationStatus.AlreadyDone, await DecideAsync(bench, All, isConfirmed: true));
        await bench.AtAsync(bench.Now);

        Assert.Equal(2, bench.Platform.Edits.Count);
        Assert.All(await bench.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Done, delivery.State));
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
    }

    [Theory, BothDatabases]
    public async Task What_is_left_out_changes_nothing_and_the_next_revision_is_compared_with_what_stands(TestDatabase database)
    {
        await using var bench = await PostedAsync(database);
        await ReviseAsync(bench, Corrected);

        Assert.Equal(OperationStatus.Done, await DecideAsync(bench, All, isConfirmed: false));
        await bench.AtAsync(bench.Now);
        Assert.Empty(bench.Platform.Edits);
        Assert.Equal(DeliveryState.Done, Assert.Single(await bench.DeliveriesAsync()).State);

        // The same as what stands: nothing waits.
        await ReviseAsync(bench, Thread);
        Assert.Empty(await bench.Get<WaitingCorrections>().ListAsync(All, 10, Cancel));

        await ReviseAsync(bench, "root: news\nstartups: best");
        var waiting = Assert.Single(await bench.Get<WaitingCorrections>().ListAsync(All, 10, Cancel));
        Assert.Equal((1, 4), (waiting.Shown, waiting.Revision));
        await DecideAsync(bench, All, isConfirmed: true);
        await bench.AtAsync(bench.Now);
        Assert.Contains("best", Assert.Single(bench.Platform.Edits).Payload, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_newer_revision_waits_in_their_place_and_is_not_confirmed_by_who_saw_the_older(TestDatabase database)
    {
        await using var bench = await PostedAsync(database);
        await ReviseAsync(bench, Corrected);
        var seen = Assert.Single(await bench.Get<WaitingCorrections>().ListAsync(All, 10, Cancel));
        await ReviseAsync(bench, "root: newest\nstartups: best");

        Assert.Equal(OperationStatus.AlreadyDone, await DecideAsync(bench, All with { UpTo = seen.Last }, isConfirmed: true));
        await bench.AtAsync(bench.Now);
        Assert.Empty(bench.Platform.Edits);

        var now = Assert.Single(await bench.Get<WaitingCorrections>().ListAsync(All, 10, Cancel));
        Assert.Equal((3, 2), (now.Revision, now.Posts));
        Assert.Equal(OperationStatus.Done, await DecideAsync(bench, All with { UpTo = now.Last }, isConfirmed: true));
        await bench.AtAsync(bench.Now);
        Assert.Equal(["<p>newest</p>", "<p>best</p>"], bench.Platform.Log.Take(2).Select(sent => sent.Payload));
    }

    [Theory, BothDatabases]
    public async Task What_nobody_has_seen_is_replaced_without_a_word(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await AskFirstAsync(bench, channels: 1);
        await bench.StoreAsync(Thread);
        await bench.PlanAsync();
        await ReviseAsync(bench, Corrected);
        await bench.AtAsync(bench.Now);

        Assert.Equal(["<p>news</p>", "<p>better</p>"], bench.Platform.Log.Select(sent => sent.Payload));
        Assert.Empty(bench.Platform.Edits);
    }

    [Theory, BothDatabases]
    public async Task A_recall_does_not_wait_for_them_and_settling_is_not_for_them(TestDatabase database)
    {
        await using var bench = await PostedAsync(database);
        await ReviseAsync(bench, Corrected);
        var parked = (await bench.PostsAsync()).First(post => post.State == PostState.Parked);

        var settled = await bench.Get<DeliveryOperations>().SettleAsync(parked.Key, new ParkedVerdict.WasNotSent(), "ann", Cancel);
        Assert.Equal((OperationStatus.NotPossible, true), (settled.Status, settled.IsUnconfirmed));

        await bench.Get<DeliveryOperations>().RecallAsync(parked.DeliveryId, "ann", Cancel);
        await bench.AtAsync(bench.Now);
        Assert.All(bench.Platform.Log, message => Assert.True(message.Deleted));
        Assert.Equal(OperationStatus.AlreadyDone, await DecideAsync(bench, All, isConfirmed: true));
    }

    [Theory, BothDatabases]
    public async Task The_operator_is_told_once_and_it_is_over_once_it_is_decided(TestDatabase database)
    {
        await using var bench = await PostedAsync(database, channels: 2);
        await ReviseAsync(bench, Corrected);
        await using var desk = new AlertDesk(database);
        await desk.RunAsync();
        await ReviseAsync(bench, "root: news\nstartups: best");
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));

        var told = WebUtility.HtmlDecode(Assert.Single(desk.Platform.Log).Payload);
        Assert.Contains("corrections in 2 threads wait", told, StringComparison.Ordinal);
        Assert.Contains("deliveries confirm us-ai 2026-01-06", told, StringComparison.Ordinal);

        await DecideAsync(bench, new() { Briefing = new BriefingKey(Bench.Series, Bench.Date) }, isConfirmed: true);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(await desk.Get<Archive.Alerts.AlertLedger>().OpenOnesAsync(10, Cancel));
    }

    [Theory, BothDatabases]
    public async Task An_admin_sees_what_waits_in_the_channel_and_sends_it_with_a_button(TestDatabase database)
    {
        await using var bench = await PostedAsync(database, channels: 2);
        await using var desk = new AdminDesk(database);
        Assert.Equal("ok: No corrections wait for confirmation", await desk.AskAsync("corrections"));
        await ReviseAsync(bench, Corrected);

        var reply = await desk.ReplyAsync("corrections");
        Assert.Equal(["Send them", "Leave them out"], reply.Message.Buttons.Select(button => button.Label));
        Assert.Contains("posts to correct: 1", await desk.AskAsync("corrections"), StringComparison.Ordinal);
        Assert.Contains("訂正が確認を待っています", await desk.AskAsync("confirm", Locale.Japanese), StringComparison.Ordinal);
        Assert.Contains("wait for confirmation: 2", await desk.AskAsync("status"), StringComparison.Ordinal);
        Assert.StartsWith("no: \"maybe\"", await desk.AskAsync("corrections maybe"), StringComparison.Ordinal);
        Assert.StartsWith("no: ", await desk.AskAsync("corrections send", isAdmin: false), StringComparison.Ordinal);

        Assert.Equal("ok: The corrections are being sent", await desk.AskAsync(reply.Message.Buttons[0].Arguments));
        Assert.Equal("ok: No corrections wait for confirmation", await desk.AskAsync(reply.Message.Buttons[1].Arguments));
        Assert.Equal("ok: 訂正をやめました。投稿は今のままです", await desk.AskAsync("corrections やめる", Locale.Japanese, "C2"));
        await bench.AtAsync(bench.Now);
        Assert.Equal(["C1"], CorrectedIn(bench));
        Assert.Contains("fake:W/U7 confirm-corrections fake:W/C1", await desk.AuditAsync());
    }

    private static IEnumerable<string> CorrectedIn(Bench bench) =>
        bench
            .Platform.Log.Where(message => message.Payload.Contains("better", StringComparison.Ordinal))
            .Select(message => message.Channel.Channel);

    private static async Task<OperationStatus> DecideAsync(Bench bench, CorrectionScope scope, bool isConfirmed) =>
        (await bench.Get<WaitingCorrections>().DecideAsync(scope, isConfirmed, "ann", Cancel)).Status;

    private static async Task<Bench> PostedAsync(TestDatabase database, int channels = 1)
    {
        var bench = new Bench(database);
        await AskFirstAsync(bench, channels);
        await bench.StoreAsync(Thread);
        await bench.PlanAsync();
        await bench.SendAsync();
        return bench;
    }

    private static async Task AskFirstAsync(Bench bench, int channels)
    {
        await bench.SubscribeAsync(channels);
        await using var context = bench.Database.CreateContext();
        await context.Subscriptions.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Options, """{"confirmCorrections":true}"""),
            Cancel
        );
    }

    private static async Task ReviseAsync(Bench bench, string lines)
    {
        await bench.StoreAsync(lines);
        await bench.PlanAsync();
    }
}

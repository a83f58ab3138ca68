using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Operations;

public class DeliveryOperationsTests
{
    [Theory, BothDatabases]
    public async Task A_skipped_post_is_left_out_and_the_rest_goes_on(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        var key = (await bench.PostsAsync())[1].Key;

        Assert.Equal(OperationStatus.Done, (await Operations(bench).SkipAsync(key, "ann", CancellationToken.None)).Status);
        Assert.Equal(OperationStatus.AlreadyDone, (await Operations(bench).SkipAsync(key, "bob", CancellationToken.None)).Status);
        Assert.Equal(OperationStatus.NotFound, (await Operations(bench).SkipAsync("none", "bob", CancellationToken.None)).Status);
        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Cancelled outlook=Sent", await bench.StatesAsync());
        Assert.Equal(
            OperationStatus.NotPossible,
            (await Operations(bench).SkipAsync((await bench.PostsAsync())[0].Key, "ann", CancellationToken.None)).Status
        );
        Assert.Equal(["ann skip"], await AuditAsync(database));
    }

    [Theory, BothDatabases]
    public async Task A_cancelled_delivery_sends_nothing_more(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        var delivery = (await bench.DeliveriesAsync())[0].Id;

        Assert.Equal(
            (OperationStatus.Done, 3),
            await Operations(bench).CancelAsync(delivery, "ann", CancellationToken.None) is var done ? (done.Status, done.Posts) : default
        );
        Assert.Equal(OperationStatus.AlreadyDone, (await Operations(bench).CancelAsync(delivery, "bob", CancellationToken.None)).Status);
        await bench.SendAsync();

        Assert.Empty(bench.Platform.Requests);
        Assert.Equal(DeliveryState.Done, (await bench.DeliveriesAsync())[0].State);
    }

    [Theory, BothDatabases]
    public async Task A_parked_root_that_was_sent_opens_its_thread(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var key = await ParkRootAsync(bench);

        Assert.Equal(
            OperationStatus.Done,
            (await Operations(bench).SettleAsync(key, new ParkedVerdict.WasSent("m77"), "ann", CancellationToken.None)).Status
        );
        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.All(bench.Platform.Log, message => Assert.Equal("m77", message.Thread));
    }

    [Theory, BothDatabases]
    public async Task A_parked_post_that_was_not_sent_is_sent(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var key = await ParkRootAsync(bench);
        bench.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(
            OperationStatus.Done,
            (await Operations(bench).SettleAsync(key, new ParkedVerdict.WasNotSent(), "ann", CancellationToken.None)).Status
        );
        Assert.Equal(
            OperationStatus.AlreadyDone,
            (await Operations(bench).SettleAsync(key, new ParkedVerdict.Drop(), "bob", CancellationToken.None)).Status
        );
        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        await bench.SendAsync();

        Assert.Equal(3, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task Pausing_and_resuming_are_single_use_and_audited(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        var operations = Operations(bench);

        Assert.Equal(OperationStatus.NotPossible, (await operations.PauseAsync("everything", "ann", null, CancellationToken.None)).Status);
        Assert.Equal(
            OperationStatus.Done,
            (await operations.PauseAsync("workspace:fake:W", "ann", "exam week", CancellationToken.None)).Status
        );
        Assert.Equal(
            OperationStatus.AlreadyDone,
            (await operations.PauseAsync("workspace:fake:W", "bob", null, CancellationToken.None)).Status
        );
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Requests);
        Assert.Equal(OperationStatus.Done, (await operations.ResumeAsync("workspace:fake:W", "ann", CancellationToken.None)).Status);
        Assert.Equal(OperationStatus.AlreadyDone, (await operations.ResumeAsync("workspace:fake:W", "ann", CancellationToken.None)).Status);
        await bench.SendAsync();

        Assert.Equal(3, bench.Platform.Log.Count);
        Assert.Equal(["ann pause", "ann resume"], await AuditAsync(database));
    }

    [Theory, BothDatabases]
    public async Task What_failed_is_resent_under_a_new_key_and_what_was_posted_is_not(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) =>
            request.Payload == "<p>one</p>" ? Reaction.Refuse(RejectReason.PayloadRefused) : Reaction.Accept;
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        var delivery = (await bench.DeliveriesAsync())[0].Id;
        bench.Platform.OnSend = (_, _) => Reaction.Accept;

        var results = await bench.PassAsync(
            Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => Task.Run(() => Operations(bench).ResendAsync(delivery, "ann", CancellationToken.None)))
            )
        );
        await bench.SendAsync();

        Assert.Single(results, result => result.Status == OperationStatus.Done);
        Assert.Equal(3, results.Count(result => result.Status == OperationStatus.AlreadyDone));
        Assert.Equal(["<p>news</p>", "<p>two</p>", "<p>one</p>"], bench.Platform.Log.Select(message => message.Payload));
        Assert.Equal("t1", bench.Platform.Log[2].Thread);
        Assert.Single(await AuditAsync(database));
    }

    [Theory, BothDatabases]
    public async Task A_recalled_delivery_is_deleted_last_first_and_can_be_sent_again(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        var delivery = (await bench.DeliveriesAsync())[0].Id;

        Assert.Equal(OperationStatus.AlreadyDone, (await Operations(bench).ResendAsync(delivery, "ann", CancellationToken.None)).Status);
        Assert.Equal(
            (OperationStatus.Done, 3),
            await Operations(bench).RecallAsync(delivery, "ann", CancellationToken.None) is var done ? (done.Status, done.Posts) : default
        );
        Assert.Equal(OperationStatus.AlreadyDone, (await Operations(bench).RecallAsync(delivery, "bob", CancellationToken.None)).Status);
        await bench.SendAsync();
        Assert.All(bench.Platform.Log, message => Assert.True(message.Deleted));
        Assert.Equal(
            ["outlook", "startups", "root"],
            (await bench.PostsAsync()).Where(post => post.Kind == PostKind.Recall).Select(post => post.Section)
        );

        Assert.Equal(3, (await Operations(bench).ResendAsync(delivery, "ann", CancellationToken.None)).Posts);
        await bench.SendAsync();

        Assert.Equal(6, bench.Platform.Log.Count);
        Assert.Equal([null, "t4", "t4"], bench.Platform.Log.Skip(3).Select(message => message.Thread));
        await bench.StoreAsync("root: corrected\nstartups: one\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();
        Assert.Equal("<p>corrected</p>", bench.Platform.Log[3].Payload);
    }

    [Theory, BothDatabases]
    public async Task A_recalled_delivery_stays_recalled_when_the_briefing_is_revised(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await Operations(bench).RecallAsync((await bench.DeliveriesAsync())[0].Id, "ann", CancellationToken.None);
        await bench.SendAsync();

        await bench.StoreAsync("root: corrected\ninsights: new");
        await bench.PlanAsync();
        await bench.SendAsync();

        Assert.Equal(3, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task The_export_has_a_line_a_post_and_no_formula(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(1, "=cmd()");
        await bench.StoreAsync("root: news\noutlook: two");
        await bench.PlanAsync();
        using var text = new StringWriter();

        await bench.Get<DeliveryCsv>().WriteAsync(text, CancellationToken.None);

        var lines = text.ToString().TrimEnd().Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.Contains(",us-ai,2026-01-06,fake,'=cmd(),C1,root,1,original,1,0,", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
    }

    [Theory, BothDatabases]
    public async Task The_list_counts_states_and_names_reasons(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (request, _) =>
            request.Payload == "<p>one</p>" ? Reaction.Refuse(RejectReason.PayloadRefused) : Reaction.Accept;
        await bench.PlanThreadAsync(channels: 2);
        await bench.SendAsync();

        var list = await bench.Get<LedgerQueries>().ListAsync(new DeliveryQuery { Has = PostState.Failed }, CancellationToken.None);

        Assert.Equal(2, list.Count);
        Assert.Equal([(PostState.Sent, 2), (PostState.Failed, 1)], list[0].Posts);
        Assert.Equal([Reasons.PayloadRefused], list[0].Reasons);
        Assert.Empty(await bench.Get<LedgerQueries>().ListAsync(new DeliveryQuery { Has = PostState.Parked }, CancellationToken.None));
    }

    private static DeliveryOperations Operations(Bench bench) => bench.Get<DeliveryOperations>();

    private static async Task<string> ParkRootAsync(Bench bench)
    {
        bench.Platform.OnSend = (_, _) => Reaction.Lose;
        bench.Platform.OnFind = _ => new FindOutcome.CannotTell("no permission");
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("root=Parked startups=Planned outlook=Planned", await bench.StatesAsync());
        return (await bench.PostsAsync())[0].Key;
    }

    private static async Task<IReadOnlyList<string>> AuditAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context
            .Audit.OrderBy(entry => entry.Id)
            .Select(entry => entry.Actor + " " + entry.Action)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}

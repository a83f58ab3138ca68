using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Planning;

/// <summary>Corrections wait two minutes for further ones: what comes meanwhile is one edit a post and one notice.</summary>
public sealed class CorrectionWaitTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(2);

    [Theory, BothDatabases]
    public async Task C10_Ten_revisions_in_a_minute_are_one_edit_a_post_and_one_notice(TestDatabase database)
    {
        await using var bench = await SentAsync(database);
        for (var number = 1; number <= 10; number++)
        {
            await ReviseAsync(bench, $"root: news\nstartups: one, {number}\noutlook: two, {number}");
            await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(6));
        }

        Assert.Empty(bench.Platform.Edits);
        await bench.AdvanceAndSendAsync(Wait - TimeSpan.FromSeconds(61));
        Assert.Empty(bench.Platform.Edits);
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["<p>one, 10</p>", "<p>two, 10</p>"], bench.Platform.Edits.Select(edit => edit.Payload));
        Assert.Equal("<p>corrected startups outlook</p>", Assert.Single(bench.Platform.Log.Skip(3)).Payload);
        // Compared with what people have seen, not with what nine of them would have said.
        Assert.Equal([1], bench.Composer.Compared);
        var corrections = (await bench.PostsAsync()).Where(post => post.Kind != PostKind.Original).ToList();
        Assert.All(corrections.Where(post => post.Revision == 11), post => Assert.Equal(PostState.Sent, post.State));
        Assert.All(
            corrections.Where(post => post.Revision < 11),
            post => Assert.Equal((PostState.Cancelled, Reasons.Overtaken, 0), (post.State, post.Reason, post.Attempts))
        );
    }

    [Theory, BothDatabases]
    public async Task The_first_of_several_sets_the_time_and_later_ones_put_it_off_no_further(TestDatabase database)
    {
        await using var bench = await SentAsync(database);
        for (var number = 1; number <= 4; number++)
        {
            await ReviseAsync(bench, $"root: news\nstartups: one, {number}\noutlook: two");
            await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(40));
        }

        // The fourth began a wait of its own when the first three were out.
        Assert.Equal("<p>one, 3</p>", Assert.Single(bench.Platform.Edits).Payload);
        await bench.AdvanceAndSendAsync(Wait - TimeSpan.FromSeconds(40));

        Assert.Equal(["<p>one, 3</p>", "<p>one, 4</p>"], bench.Platform.Edits.Select(edit => edit.Payload));
        Assert.Equal([1, 4], bench.Composer.Compared);
        Assert.Equal(2, bench.Platform.Log.Count(message => message.Payload == "<p>corrected startups</p>"));
    }

    [Theory, BothDatabases]
    public async Task What_is_corrected_back_before_anybody_was_told_is_not_told(TestDatabase database)
    {
        await using var bench = await SentAsync(database);
        await ReviseAsync(bench, "root: news\nstartups: wrong\noutlook: two\ninsights: new");
        await ReviseAsync(bench, "root: news\nstartups: one\noutlook: two");

        await bench.AdvanceAndSendAsync(Wait);
        await bench.SweepAsync();

        Assert.Equal((0, 3), (bench.Platform.Edits.Count, bench.Platform.Log.Count));
        Assert.Equal((DeliveryState.Done, 3), ((await bench.DeliveriesAsync())[0].State, (await bench.DeliveriesAsync())[0].Revision));
        // Nor does sending again what is missing bring back what nobody was to see.
        await bench.Get<DeliveryOperations>().ResendAsync((await bench.DeliveriesAsync())[0].Id, "ann", CancellationToken.None);
        await bench.SendAsync();
        Assert.Equal(3, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task A_new_section_that_was_corrected_while_it_waited_is_added_once(TestDatabase database)
    {
        await using var bench = await SentAsync(database);
        await ReviseAsync(bench, "root: news\nstartups: one\noutlook: two\ninsights: three");
        await ReviseAsync(bench, "root: news\nstartups: one\noutlook: two\ninsights: three, corrected");

        await bench.AdvanceAndSendAsync(Wait);

        Assert.Empty(bench.Platform.Edits);
        Assert.Equal(
            ["<p>three, corrected</p>", "<p>corrected insights</p>"],
            bench.Platform.Log.Skip(3).Select(message => message.Payload)
        );
    }

    [Theory, BothDatabases]
    public async Task A_correction_that_has_begun_is_not_taken_back(TestDatabase database)
    {
        await using var bench = await SentAsync(database);
        bench.Platform.OnEdit = _ => Reaction.Wait(TimeSpan.FromMinutes(10));
        await ReviseAsync(bench, "root: news\nstartups: second\noutlook: second");
        await bench.AdvanceAndSendAsync(Wait);
        bench.Platform.OnEdit = _ => Reaction.Accept;

        await ReviseAsync(bench, "root: news\nstartups: third\noutlook: second");
        await bench.AdvanceAndSendAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(["<p>third</p>", "<p>second</p>"], bench.Platform.Edits.Select(edit => edit.Payload).OrderDescending());
        Assert.Equal("<p>corrected startups outlook</p>", bench.Platform.Log[^1].Payload);
        Assert.Equal(4, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task Quiet_hours_hold_what_would_come_out_of_its_wait_in_them(TestDatabase database)
    {
        await using var bench = await SentAsync(database);
        await bench.ScheduleAsync("""{"quiet":"22:00-07:00"}""");
        bench.Time.SetUtcNow(new DateTimeOffset(2026, 1, 6, 21, 59, 0, TimeSpan.Zero));
        await ReviseAsync(bench, "root: news\nstartups: second\noutlook: two");
        await bench.AdvanceAndSendAsync(TimeSpan.FromHours(3));
        await ReviseAsync(bench, "root: news\nstartups: third\noutlook: two");
        await bench.AdvanceAndSendAsync(Wait);
        Assert.Empty(bench.Platform.Edits);

        await bench.AtAsync(new DateTimeOffset(2026, 1, 7, 7, 0, 0, TimeSpan.Zero));

        Assert.Equal("<p>third</p>", Assert.Single(bench.Platform.Edits).Payload);
    }

    /// <summary>A thread of a root and two sections that people have read.</summary>
    private static async Task<Bench> SentAsync(TestDatabase database)
    {
        var bench = new Bench(database, new DeliveryOptions { Jitter = 0 });
        bench.Composer.GivesNotice = true;
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        Assert.Equal(3, bench.Platform.Log.Count);
        return bench;
    }

    private static async Task ReviseAsync(Bench bench, string lines)
    {
        await bench.StoreAsync(lines);
        await bench.PlanAsync();
    }
}

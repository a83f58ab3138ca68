using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Planning;

/// <summary>Which posts in which channels a revision would change, before it is stored.</summary>
public sealed class RevisionPreviewTests
{
    private const string Revised = "root: news\nstartups: corrected\nfunding: three";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_names_what_is_edited_withdrawn_added_and_told_and_writes_nothing(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Composer.GivesNotice = true;
        await bench.PlanThreadAsync(channels: 2);
        await bench.SendAsync();
        var before = await bench.StatesAsync();

        var changes = await PreviewAsync(bench);

        Assert.Equal(
            "C1 startups Edit, C1 funding Append, C1 outlook Edit, C1 correction-2 Append, "
                + "C2 startups Edit, C2 funding Append, C2 outlook Edit, C2 correction-2 Append",
            changes
        );
        Assert.Equal(before, await bench.StatesAsync());
        await bench.StoreAsync(Revised);
        await bench.PlanAsync();
        Assert.Equal(8, (await bench.PostsAsync()).Count - before.Split(' ').Length);
    }

    [Theory, BothDatabases]
    public async Task What_nobody_has_seen_goes_out_anew(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();

        Assert.Equal("C1 startups Original, C1 funding Original", await PreviewAsync(bench));
    }

    [Theory, BothDatabases]
    public async Task An_unsubscribed_channel_and_an_unknown_day_have_none(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        Assert.Empty(
            await bench.Get<DeliveryPlanner>().PreviewChangesAsync(new BriefingKey(Bench.Series, Bench.Date.AddDays(1)), Revised, Cancel)
        );

        await bench.Get<ChannelSubscriptions>().UnsubscribeAsync(new(bench.Platform.Id, "W", "C1"), null, null, "test", Cancel);

        Assert.Equal("", await PreviewAsync(bench));
    }

    private static async Task<string> PreviewAsync(Bench bench) =>
        string.Join(
            ", ",
            (await bench.Get<DeliveryPlanner>().PreviewChangesAsync(new BriefingKey(Bench.Series, Bench.Date), Revised, Cancel)).Select(
                change => $"{change.Channel} {change.Section} {change.Kind}"
            )
        );
}

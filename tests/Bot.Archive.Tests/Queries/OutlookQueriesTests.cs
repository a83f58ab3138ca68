using Bot.Archive.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Queries;

public sealed class OutlookQueriesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_newest_briefing_with_an_outlook_answers_with_all_of_it_in_order(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Outlooks(Horizon.Long, Horizon.Short, Horizon.Medium));
        await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Funding(HandMade.Round("Quillstone")));

        var outlook = await new OutlookQueries(database.Contexts).NewestAsync(QueryArchive.Series, horizon: null, DateSpan.All, Token);

        Assert.Equal(QueryArchive.Day(6), outlook?.Briefing.Date);
        Assert.Equal([Horizon.Long, Horizon.Short, Horizon.Medium], outlook!.Entries.Select(entry => entry.Horizon));
        Assert.Equal("**Long** のあらまし", outlook.Entries[0].Body);
    }

    [Theory, BothDatabases]
    public async Task A_horizon_is_answered_from_the_newest_briefing_that_has_it(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Outlooks(Horizon.Medium));
        await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Outlooks(Horizon.Short));
        var queries = new OutlookQueries(database.Contexts);

        Assert.Equal(
            QueryArchive.Day(6),
            (await queries.NewestAsync(QueryArchive.Series, Horizon.Medium, DateSpan.All, Token))?.Briefing.Date
        );
        Assert.Equal(
            QueryArchive.Day(8),
            (await queries.NewestAsync(QueryArchive.Series, horizon: null, DateSpan.All, Token))?.Briefing.Date
        );
        Assert.Null(await queries.NewestAsync(QueryArchive.Series, Horizon.Long, DateSpan.All, Token));
        Assert.Null(await queries.NewestAsync(QueryArchive.Series, Horizon.Medium, DateSpan.Of(QueryArchive.Day(8)), Token));
    }

    [Theory, BothDatabases]
    public async Task Held_and_dropped_outlooks_are_not_found(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Outlooks(Horizon.Medium), held: true);
        await database.StoreAsync(QueryArchive.Day(5), QueryArchive.Outlooks(Horizon.Medium, Horizon.Long));
        await database.StoreAsync(QueryArchive.Day(5), QueryArchive.Outlooks(Horizon.Long));
        var queries = new OutlookQueries(database.Contexts);

        Assert.Null(await queries.NewestAsync(QueryArchive.Series, Horizon.Medium, DateSpan.All, Token));
        Assert.Equal(
            [Horizon.Long],
            (await queries.NewestAsync(QueryArchive.Series, horizon: null, DateSpan.All, Token))!.Entries.Select(entry => entry.Horizon)
        );
    }
}

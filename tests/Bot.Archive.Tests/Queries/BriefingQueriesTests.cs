using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Queries;

public sealed class BriefingQueriesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_newest_briefing_is_the_one_of_the_latest_day_and_not_the_last_stored(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Funding(HandMade.Round("Quillstone")));
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Mossfield")));
        var queries = new BriefingQueries(database.Contexts);

        Assert.Equal(QueryArchive.Day(8), (await queries.NewestAsync(QueryArchive.Series, onOrBefore: null, Token))?.Date);
        Assert.Equal(QueryArchive.Day(6), (await queries.NewestAsync(QueryArchive.Series, QueryArchive.Day(7), Token))?.Date);
        Assert.Null(await queries.NewestAsync(QueryArchive.Series, QueryArchive.Day(5), Token));
        Assert.Null(await queries.NewestAsync("eu-ai", onOrBefore: null, Token));
    }

    [Theory, BothDatabases]
    public async Task A_day_has_its_own_briefing_or_none(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")));
        var queries = new BriefingQueries(database.Contexts);

        Assert.Equal(QueryArchive.Day(6), (await queries.OfDayAsync(QueryArchive.Series, QueryArchive.Day(6), "", Token))?.Date);
        Assert.Null(await queries.OfDayAsync(QueryArchive.Series, QueryArchive.Day(7), "", Token));
    }

    [Theory, BothDatabases]
    public async Task A_held_briefing_is_neither_newest_nor_of_its_day_and_its_text_is_not_given(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")));
        var held = await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Funding(HandMade.Round("Mossfield")), held: true);
        var queries = new BriefingQueries(database.Contexts);

        Assert.Equal(QueryArchive.Day(6), (await queries.NewestAsync(QueryArchive.Series, onOrBefore: null, Token))?.Date);
        Assert.Equal(
            QueryArchive.Day(6),
            (await queries.NewestWithAsync(QueryArchive.Series, ItemKind.Funding, onOrBefore: null, Token))?.Date
        );
        Assert.Null(await queries.OfDayAsync(QueryArchive.Series, QueryArchive.Day(8), "", Token));
        Assert.Null(await queries.DocumentAsync(held, Token));
    }

    [Theory, BothDatabases]
    public async Task The_newest_briefing_with_a_kind_skips_days_without_it(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")));
        await database.StoreAsync(QueryArchive.Day(7), QueryArchive.Outlooks(Horizon.Medium));
        var queries = new BriefingQueries(database.Contexts);

        Assert.Equal(
            QueryArchive.Day(6),
            (await queries.NewestWithAsync(QueryArchive.Series, ItemKind.Funding, onOrBefore: null, Token))?.Date
        );
        Assert.Null(await queries.NewestWithAsync(QueryArchive.Series, ItemKind.DeepDive, onOrBefore: null, Token));
    }

    [Theory, BothDatabases]
    public async Task The_document_is_the_newest_revisions(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone", 1)));
        var briefing = await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone", 2)));
        var queries = new BriefingQueries(database.Contexts);

        Assert.Contains("2ドル", await queries.DocumentAsync(briefing, Token));
        Assert.Equal(2, (await queries.OfDayAsync(QueryArchive.Series, QueryArchive.Day(6), "", Token))?.Revision);
        Assert.Null(await queries.DocumentAsync(briefing + 1, Token));
    }
}

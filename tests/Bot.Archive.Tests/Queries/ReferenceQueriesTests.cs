using Bot.Archive.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Queries;

public sealed class ReferenceQueriesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Cited_numbers_are_looked_up_in_their_own_briefing(TestDatabase database)
    {
        var sixth = await database.StoreAsync(
            QueryArchive.Day(6),
            HandMade.Briefing(references: [HandMade.Source(1, "One"), HandMade.Source(8, "Eight of the 6th")])
        );
        var eighth = await database.StoreAsync(
            QueryArchive.Day(8),
            HandMade.Briefing(references: [HandMade.Source(8, "Eight of the 8th")])
        );

        var cited = await new ReferenceQueries(database.Contexts).CitedAsync([(sixth, 8), (eighth, 8), (sixth, 8), (eighth, 99)], Token);

        Assert.Equal(["Eight of the 6th"], cited[sixth].Select(reference => reference.Title));
        Assert.Equal(["Eight of the 8th"], cited[eighth].Select(reference => reference.Title));
    }

    [Theory, BothDatabases]
    public async Task Sources_without_a_number_are_listed_and_never_cited(TestDatabase database)
    {
        var briefing = await database.StoreAsync(
            QueryArchive.Day(6),
            HandMade.Briefing(references: [HandMade.Source(2, "Two"), HandMade.Source(1, "None") with { Number = null }])
        );
        var queries = new ReferenceQueries(database.Contexts);

        Assert.Equal([2, null], (await queries.OfBriefingAsync(briefing, Token)).Select(reference => reference.Number));
        Assert.Empty((await queries.CitedAsync([(briefing, 1)], Token))[briefing]);
        Assert.Empty(await queries.CitedAsync([], Token));
    }

    [Theory, BothDatabases]
    public async Task Held_and_dropped_sources_are_not_found(TestDatabase database)
    {
        var held = await database.StoreAsync(QueryArchive.Day(6), HandMade.Briefing(references: [HandMade.Source(1, "One")]), held: true);
        await database.StoreAsync(
            QueryArchive.Day(5),
            HandMade.Briefing(references: [HandMade.Source(1, "One"), HandMade.Source(2, "Two")])
        );
        var revised = await database.StoreAsync(QueryArchive.Day(5), HandMade.Briefing(references: [HandMade.Source(1, "One")]));
        var queries = new ReferenceQueries(database.Contexts);

        Assert.Empty(await queries.OfBriefingAsync(held, Token));
        Assert.Equal([1], (await queries.OfBriefingAsync(revised, Token)).Select(reference => reference.Number));
    }
}

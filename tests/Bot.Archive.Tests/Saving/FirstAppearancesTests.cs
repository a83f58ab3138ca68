using Bot.Archive.Tests.Queries;
using Bot.Chat;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Saving;

/// <summary>Which companies a series names for the first time: what any earlier text says counts, not only what was read as data.</summary>
public sealed class FirstAppearancesTests
{
    private static readonly BriefingKey Today = new(QueryArchive.Series, QueryArchive.Day(9));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_company_is_new_when_neither_name_nor_alias_stands_in_an_earlier_issue(TestDatabase database)
    {
        await StoreAsync(database, 6, "Running text mentions quillstone once.");
        await StoreAsync(database, 7, "苔野原は続けます。");

        var first = await database.Archive.FirstNamedInAsync(
            Today,
            [new("Quillstone", []), new("Mossfield", ["苔野原"]), new("Harrow", []), new("Stone", [])],
            Token
        );

        Assert.Equal(["Harrow", "Stone"], first);
    }

    [Theory, BothDatabases]
    public async Task Later_held_and_other_series_issues_do_not_count(TestDatabase database)
    {
        await StoreAsync(database, 6, "Nothing of note.");
        await StoreAsync(database, 7, "Quillstone", isHeld: true);
        await StoreAsync(database, 10, "Quillstone");
        await StoreAsync(database, 5, "Quillstone", series: "eu-ai");

        Assert.Equal(["Quillstone"], await database.Archive.FirstNamedInAsync(Today, [new("Quillstone", [])], Token));
    }

    [Theory, BothDatabases]
    public async Task A_revision_speaks_for_its_issue(TestDatabase database)
    {
        await StoreAsync(database, 6, "Quillstone");
        await StoreAsync(database, 6, "Harrow");

        Assert.Equal(["Quillstone"], await database.Archive.FirstNamedInAsync(Today, [new("Quillstone", []), new("Harrow", [])], Token));
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_new_where_there_is_nothing_to_compare_with(TestDatabase database)
    {
        Assert.Empty(await database.Archive.FirstNamedInAsync(Today, [new("Quillstone", [])], Token));
    }

    private static async Task StoreAsync(
        TestDatabase database,
        int day,
        string text,
        string series = QueryArchive.Series,
        bool isHeld = false
    ) =>
        await database.Archive.SaveAsync(
            HandMade.Request(HandMade.Briefing(), text, series, isHeld) with
            {
                Date = QueryArchive.Day(day),
            },
            Token
        );
}

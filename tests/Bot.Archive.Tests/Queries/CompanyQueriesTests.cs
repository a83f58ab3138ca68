using Bot.Archive.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Queries;

public sealed class CompanyQueriesTests
{
    private readonly StepClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Companies_that_raised_or_invested_are_known_by_their_newest_name(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("ＱＵＩＬＬＳＴＯＮＥ", 100, "Tidewater")));
        await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Funding(HandMade.Round("Quillstone", 100)));

        var known = await new CompanyQueries(database.Contexts, _clock).KnownAsync(QueryArchive.Series, Token);

        Assert.Equal(
            [("quillstone", "Quillstone", QueryArchive.Day(8)), ("tidewater", "Tidewater", QueryArchive.Day(6))],
            known.Companies.OrderBy(company => company.Key).Select(company => (company.Key, company.Name, company.LastNamed))
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_stored_is_known_a_second_later_and_nothing_is_read_twice(TestDatabase database)
    {
        var queries = new CompanyQueries(database.Contexts, _clock);
        Assert.Empty((await queries.KnownAsync(QueryArchive.Series, Token)).Companies);

        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")));
        var first = await queries.KnownAsync(QueryArchive.Series, Token);
        Assert.Equal(["quillstone"], first.Companies.Select(company => company.Key));
        _clock.Step(CompanyQueries.Staleness);
        Assert.Same(first, await queries.KnownAsync(QueryArchive.Series, Token));

        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Mossfield")));
        Assert.Same(first, await queries.KnownAsync(QueryArchive.Series, Token));
        _clock.Step(CompanyQueries.Staleness);
        Assert.Equal(["mossfield"], (await queries.KnownAsync(QueryArchive.Series, Token)).Companies.Select(company => company.Key));
    }

    [Theory, BothDatabases]
    public async Task Names_that_are_added_bit_by_bit_are_those_that_a_first_reading_finds(TestDatabase database)
    {
        string[] names = ["Quillstone", "quillstone", "Mossfield", "Mossfield AI", "Ferrowick"];
        var (random, queries) = (new Random(6), new CompanyQueries(database.Contexts, _clock));
        for (var step = 0; step < 40; step++)
        {
            // Days that are new, older ones that are filled in, and now and then one that is revised, held or confirmed.
            var day = QueryArchive.Day(random.Next(1, 29));
            var key = new BriefingKey(QueryArchive.Series, day);
            switch (random.Next(8))
            {
                case 0:
                    await database.Archive.HoldAsync(key, HoldReason.FarAhead, Token);
                    break;
                case 1:
                    await database.Archive.ConfirmAsync(key, deliver: false, Token);
                    break;
                default:
                    var rounds = Enumerable
                        .Range(0, random.Next(3))
                        .Select(_ =>
                            HandMade.Round(names[random.Next(names.Length)], step + 1, names[random.Next(names.Length)]) with
                            {
                                Aliases = random.Next(2) == 0 ? [] : [$"Alias {random.Next(3)}"],
                            }
                        );
                    await database.StoreAsync(day, QueryArchive.Funding([.. rounds]), held: random.Next(6) == 0);
                    break;
            }

            _clock.Step(CompanyQueries.Staleness);
            var added = await queries.KnownAsync(QueryArchive.Series, Token);
            var anew = await new CompanyQueries(database.Contexts, _clock).KnownAsync(QueryArchive.Series, Token);
            Assert.Equal(
                anew.Companies.OrderBy(company => company.Key, StringComparer.Ordinal),
                added.Companies.OrderBy(company => company.Key, StringComparer.Ordinal)
            );
            Assert.Equal(anew.Aliases.Keys.Order(StringComparer.Ordinal), added.Aliases.Keys.Order(StringComparer.Ordinal));
        }
    }

    [Theory, BothDatabases]
    public async Task A_held_briefings_companies_are_unknown_until_it_is_confirmed(TestDatabase database)
    {
        var held = await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")), held: true);
        var queries = new CompanyQueries(database.Contexts, _clock);
        Assert.Empty((await queries.KnownAsync(QueryArchive.Series, Token)).Companies);
        Assert.Empty(await queries.MentionsAsync(held, "quillstone", Token));

        await database.Archive.ConfirmAsync(new(QueryArchive.Series, QueryArchive.Day(6)), deliver: true, Token);
        _clock.Step(CompanyQueries.Staleness);

        Assert.Equal(["quillstone"], (await queries.KnownAsync(QueryArchive.Series, Token)).Companies.Select(company => company.Key));
    }

    [Theory, BothDatabases]
    public async Task The_places_that_name_a_company_come_in_the_briefings_order(TestDatabase database)
    {
        var briefing = QueryArchive.Funding(HandMade.Round("Quillstone")) with
        {
            Companies =
            [
                new CompanyMention("Quillstone", "quillstone", MentionRole.Text, 0, default),
                new CompanyMention("Quillstone", "quillstone", MentionRole.Funded, 2, default),
                new CompanyMention("Quillstone", "quillstone", MentionRole.Text, 2, default),
                new CompanyMention("Mossfield", "mossfield", MentionRole.Text, 1, default),
            ],
        };
        var id = await database.StoreAsync(QueryArchive.Day(6), briefing);

        var places = await new CompanyQueries(database.Contexts, _clock).MentionsAsync(id, "quillstone", Token);

        Assert.Equal(
            [(MentionRole.Text, 0), (MentionRole.Funded, 2), (MentionRole.Text, 2)],
            places.OrderBy(place => place.SectionOrder).ThenBy(place => place.Role).Select(place => (place.Role, place.SectionOrder))
        );
    }
}

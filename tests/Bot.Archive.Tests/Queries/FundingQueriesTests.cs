using Bot.Archive.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Queries;

public sealed class FundingQueriesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Rounds_of_a_company_come_newest_first_with_their_briefing(TestDatabase database)
    {
        await database.StoreAsync(
            QueryArchive.Day(6),
            QueryArchive.Funding(HandMade.Round("Quillstone", 100), HandMade.Round("Mossfield", 1))
        );
        await database.StoreAsync(
            QueryArchive.Day(8),
            QueryArchive.Funding(HandMade.Round("Mossfield", 2), HandMade.Round("ＱＵＩＬＬＳＴＯＮＥ", 300)),
            sample: true
        );

        var page = await new FundingQueries(database.Contexts).OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 0, 10, Token);

        Assert.Equal(2, page.Total);
        Assert.Equal(
            [(QueryArchive.Day(8), 300m, true), (QueryArchive.Day(6), 100m, false)],
            page.Items.Select(item => (item.Briefing.Date, item.Round.Amount!.Value!.Value, item.Briefing.IsSample))
        );
    }

    [Theory, BothDatabases]
    public async Task A_part_of_a_long_list_knows_the_length_of_the_whole(TestDatabase database)
    {
        for (var day = 1; day <= 13; day++)
        {
            await database.StoreAsync(QueryArchive.Day(day), QueryArchive.Funding(HandMade.Round("Quillstone", day)));
        }

        var queries = new FundingQueries(database.Contexts);
        var first = await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 0, 10, Token);
        var second = await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 10, 10, Token);
        var beyond = await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 20, 10, Token);

        Assert.Equal((13, 13, 13), (first.Total, second.Total, beyond.Total));
        Assert.Equal(
            Enumerable.Range(1, 13).Reverse(),
            [.. first.Items.Concat(second.Items).Select(item => (int)item.Round.Amount!.Value!.Value)]
        );
        Assert.Empty(beyond.Items);
    }

    [Theory, BothDatabases]
    public async Task A_day_limits_the_answer_to_its_briefing(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone", 100, "Tidewater")));
        await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Funding(HandMade.Round("Quillstone", 300, "Tidewater")));
        var queries = new FundingQueries(database.Contexts);

        var rounds = await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", QueryArchive.Day(6), 0, 10, Token);
        var (investments, _) = await queries.OfInvestorAsync(QueryArchive.Series, "tidewater", QueryArchive.Day(6), 0, 10, Token);

        Assert.Equal(100, Assert.Single(rounds.Items).Round.Amount!.Value);
        Assert.Equal(100, Assert.Single(investments.Items).Round.Amount!.Value);
    }

    [Theory, BothDatabases]
    public async Task An_investor_is_found_in_every_round_of_a_briefing_once(TestDatabase database)
    {
        await database.StoreAsync(
            QueryArchive.Day(6),
            QueryArchive.Funding(
                HandMade.Round("Quillstone", 100, "Tidewater", "Fernway", "ＴＩＤＥＷＡＴＥＲ"),
                HandMade.Round("Mossfield", 1, "Fernway"),
                HandMade.Round("Lanternfish", 2, "Tidewater")
            )
        );

        var (rounds, name) = await new FundingQueries(database.Contexts).OfInvestorAsync(
            QueryArchive.Series,
            "tidewater",
            date: null,
            0,
            10,
            Token
        );

        Assert.Equal(2, rounds.Total);
        Assert.Equal(["Quillstone", "Lanternfish"], rounds.Items.Select(item => item.Round.Company));
        Assert.Equal("tidewater", CompanyName.Key(name!));
    }

    [Theory, BothDatabases]
    public async Task A_held_briefing_is_not_answered_from_until_it_is_confirmed(TestDatabase database)
    {
        var held = await database.StoreAsync(
            QueryArchive.Day(6),
            QueryArchive.Funding(HandMade.Round("Quillstone", 100, "Tidewater")),
            held: true
        );
        var queries = new FundingQueries(database.Contexts);

        Assert.Equal(0, (await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 0, 10, Token)).Total);
        Assert.Equal(0, (await queries.OfInvestorAsync(QueryArchive.Series, "tidewater", date: null, 0, 10, Token)).Rounds.Total);
        Assert.Empty(await queries.OfBriefingAsync(held, Token));
        Assert.Null(await queries.NewestCompanyAsync(QueryArchive.Series, Token));

        await database.Archive.ConfirmAsync(new(QueryArchive.Series, QueryArchive.Day(6)), deliver: true, Token);

        Assert.Equal(1, (await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 0, 10, Token)).Total);
        Assert.Equal(1, (await queries.OfInvestorAsync(QueryArchive.Series, "tidewater", date: null, 0, 10, Token)).Rounds.Total);
        Assert.Equal("Quillstone", await queries.NewestCompanyAsync(QueryArchive.Series, Token));
    }

    [Theory, BothDatabases]
    public async Task A_round_that_a_revision_dropped_is_not_found(TestDatabase database)
    {
        await database.StoreAsync(
            QueryArchive.Day(6),
            QueryArchive.Funding(HandMade.Round("Quillstone", 100, "Tidewater"), HandMade.Round("Mossfield", 1))
        );
        var briefing = await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Mossfield", 1)));
        var queries = new FundingQueries(database.Contexts);

        Assert.Equal(0, (await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 0, 10, Token)).Total);
        Assert.Equal(0, (await queries.OfInvestorAsync(QueryArchive.Series, "tidewater", date: null, 0, 10, Token)).Rounds.Total);
        Assert.Equal(["Mossfield"], (await queries.OfBriefingAsync(briefing, Token)).Select(item => item.Round.Company));
    }

    [Theory, BothDatabases]
    public async Task A_round_comes_back_as_it_was_stored(TestDatabase database)
    {
        var round = HandMade.Round("Quillstone", 12_345_678_901.25m, "Tidewater") with
        {
            Stage = "series-b-extension",
            Valuation = new Money(null, 5e9m, 7e9m, "EUR", true, "約50〜70億ユーロ"),
        };
        var briefing = await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(round));

        var found = Assert.Single(await new FundingQueries(database.Contexts).OfBriefingAsync(briefing, Token)).Round;

        Assert.Equal(round.Amount, found.Amount);
        Assert.Equal(round.Valuation, found.Valuation);
        Assert.Equal((round.Stage, round.Company), (found.Stage, found.Company));
        Assert.Equal(round.Fields, found.Fields);
        Assert.Equal(round.Citations, found.Citations);
    }

    [Theory, BothDatabases]
    public async Task Series_do_not_see_each_other(TestDatabase database)
    {
        await database.StoreAsync(
            QueryArchive.Day(6),
            QueryArchive.Funding(HandMade.Round("Quillstone", 100, "Tidewater")),
            series: "eu-ai"
        );
        var queries = new FundingQueries(database.Contexts);

        Assert.Equal(0, (await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", date: null, 0, 10, Token)).Total);
        Assert.Equal(0, (await queries.OfInvestorAsync(QueryArchive.Series, "tidewater", date: null, 0, 10, Token)).Rounds.Total);
    }
}

using Bot.Archive.Queries;
using Bot.Archive.Tests.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Deals;

public sealed class DealQueriesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task One_round_on_three_days_is_one_deal_with_its_history(TestDatabase database)
    {
        foreach (var day in new[] { 6, 8, 12 })
        {
            await database.StoreAsync(QueryArchive.Day(day), QueryArchive.Funding(HandMade.Round("Quillstone", 100, "Tidewater")));
        }

        await database.StoreAsync(QueryArchive.Day(28), QueryArchive.Funding(HandMade.Round("Quillstone", 900)));
        var queries = new DealQueries(database.Contexts);

        var page = await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", DateSpan.All, 0, 10, Token);
        var (investments, name) = await queries.OfInvestorAsync(QueryArchive.Series, "tidewater", DateSpan.All, 0, 10, Token);

        Assert.Equal((2, QueryArchive.Day(28)), (page.Total, page.Newest!.Value));
        Assert.Equal([900m, 100m], page.Items.Select(deal => deal.Latest.Round.Amount!.Value!.Value));
        Assert.Equal([12, 8, 6], page.Items[1].Reports.Select(report => report.Briefing.Date.Day));
        Assert.Equal((1, "Tidewater"), (investments.Total, name));
    }

    [Theory, BothDatabases]
    public async Task A_deal_comes_together_whatever_day_arrives_last(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(12), QueryArchive.Funding(HandMade.Round("Quillstone", 100)));
        await database.StoreAsync(QueryArchive.Day(2), QueryArchive.Funding(HandMade.Round("Quillstone", 160)));
        await database.StoreAsync(QueryArchive.Day(7), QueryArchive.Funding(HandMade.Round("Quillstone", 130)));

        var page = await new DealQueries(database.Contexts).OfCompanyAsync(QueryArchive.Series, "quillstone", DateSpan.All, 0, 10, Token);

        var deal = Assert.Single(page.Items);
        Assert.Equal([160m, 130m, 100m], deal.Contradictions.Select(report => report.Round.Amount!.Value!.Value));
    }

    [Theory, BothDatabases]
    public async Task A_revision_that_withdraws_a_sum_parts_what_it_joined(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(2), QueryArchive.Funding(HandMade.Round("Quillstone", 100)));
        await database.StoreAsync(QueryArchive.Day(20), QueryArchive.Funding(HandMade.Round("Quillstone", 100)));
        var queries = new DealQueries(database.Contexts);
        Assert.Equal(1, (await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", DateSpan.All, 0, 10, Token)).Total);

        await database.StoreAsync(QueryArchive.Day(20), QueryArchive.Funding(HandMade.Round("Quillstone", 700)));

        Assert.Equal(2, (await queries.OfCompanyAsync(QueryArchive.Series, "quillstone", DateSpan.All, 0, 10, Token)).Total);
    }

    [Theory, BothDatabases]
    public async Task Held_and_other_series_reports_are_not_shown(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(2), QueryArchive.Funding(HandMade.Round("Quillstone", 100)), series: "eu-ai");
        await database.StoreAsync(QueryArchive.Day(3), QueryArchive.Funding(HandMade.Round("Quillstone", 100)));
        await database.StoreAsync(QueryArchive.Day(4), QueryArchive.Funding(HandMade.Round("Quillstone", 100)), held: true);

        var page = await new DealQueries(database.Contexts).OfCompanyAsync(QueryArchive.Series, "quillstone", DateSpan.All, 0, 10, Token);

        Assert.Equal(QueryArchive.Day(3), Assert.Single(Assert.Single(page.Items).Reports).Briefing.Date);
    }

    [Theory, BothDatabases]
    public async Task Conditions_choose_deals(TestDatabase database)
    {
        await database.StoreAsync(
            QueryArchive.Day(6),
            QueryArchive.Funding(
                HandMade.Round("Quillstone", 100) with
                {
                    Stage = "series-b",
                },
                HandMade.Round("Mossfield", 20) with
                {
                    Stage = "seed",
                },
                HandMade.Round("Lanternfish", 5) with
                {
                    Amount = new Money(5, null, null, "JPY", false, "5円"),
                }
            )
        );
        await database.StoreAsync(QueryArchive.Day(7), QueryArchive.Funding(HandMade.Round("Mossfield", 20)));
        var queries = new DealQueries(database.Contexts);
        var all = new DealFilter(QueryArchive.Series, DateSpan.All);

        async Task<IEnumerable<string>> Found(DealFilter filter) =>
            (await queries.FindAsync(filter, 0, 10, Token)).Items.Select(deal => deal.Latest.Round.Company);

        Assert.Equal(["Mossfield", "Quillstone", "Lanternfish"], await Found(all));
        Assert.Equal(["Mossfield"], await Found(all with { Days = DateSpan.Of(QueryArchive.Day(7)) }));
        Assert.Equal(["Mossfield"], await Found(all with { Stage = "seed" }));
        Assert.Equal(["Quillstone"], await Found(all with { Amount = new AmountRange("USD", 20, null, IsOpen: true) }));
        Assert.Equal(["Mossfield", "Quillstone"], await Found(all with { Amount = new AmountRange("USD", 20, null) }));
        Assert.Equal(["Mossfield", "Quillstone"], await Found(all with { Companies = ["quillstone", "mossfield"] }));
        var largest = await queries.LargestAsync(all, "USD", 0, 1, Token);
        Assert.Equal(("Quillstone", 2), (largest.Items[0].Latest.Round.Company, largest.Total));
        Assert.Equal("Mossfield", (await queries.LargestAsync(all, "USD", 1, 1, Token)).Items[0].Latest.Round.Company);
        Assert.Equal([("USD", 3), ("JPY", 1)], await queries.CurrenciesAsync(all, Token));
    }

    [Theory, BothDatabases]
    public async Task The_largest_are_found_behind_a_deal_that_is_told_every_day(TestDatabase database)
    {
        for (var day = 1; day <= 25; day++)
        {
            await database.StoreAsync(
                QueryArchive.Day(day),
                QueryArchive.Funding(HandMade.Round("Quillstone", 100), HandMade.Round($"Fernway {(char)('a' + day)}", day))
            );
        }

        var page = await new DealQueries(database.Contexts).LargestAsync(
            new DealFilter(QueryArchive.Series, DateSpan.All),
            "USD",
            0,
            3,
            Token
        );

        Assert.Equal([100m, 25m, 24m], page.Items.Select(deal => deal.Latest.Round.Amount!.Value!.Value));
        Assert.Equal(25, page.Items[0].Reports.Count);
    }
}

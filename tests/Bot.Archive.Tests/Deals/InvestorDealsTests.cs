using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Tests.Queries;
using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Deals;

/// <summary>An investor's deals are listed by its mentions, which follow their rounds through every join and revision.</summary>
public sealed class InvestorDealsTests
{
    private static readonly string[] Companies = ["Quillstone", "Openpier", "Mossfield"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Whatever_arrives_in_whatever_order_pages_hold_what_the_rounds_say(TestDatabase database)
    {
        var queries = new DealQueries(database.Contexts);
        for (var seed = 0; seed < 3; seed++)
        {
            var random = new Random(seed);
            var series = $"s{seed}";
            for (var step = 0; step < 25; step++)
            {
                var rounds = Enumerable.Range(0, random.Next(4)).Select(_ => Round(random)).DistinctBy(round => round.Company);
                await database.StoreAsync(
                    QueryArchive.Day(random.Next(1, 29)),
                    HandMade.Briefing(funding: [.. rounds]),
                    series,
                    held: random.Next(8) == 0
                );
            }

            await AssertFollowAsync(database, seed);
            foreach (var days in new[] { DateSpan.All, new DateSpan(QueryArchive.Day(8), QueryArchive.Day(19)) })
            {
                var expected = await ExpectedAsync(database, series, days);
                foreach (var (skip, take) in new[] { (0, 3), (2, 2), (5, 50), (expected.Count, 10), (1_000, 10) })
                {
                    var (page, name) = await queries.OfInvestorAsync(series, "tidewater", days, skip, take, Token);

                    Assert.Equal(expected.Skip(skip).Take(take), page.Items.Select(deal => deal.Id));
                    Assert.Equal((expected.Count, expected.Count > 0 ? "Tidewater" : null), (page.Total, name));
                }

                var all = await queries.FindAsync(new DealFilter(series, days), 0, 1_000, Token);
                for (var skip = 0; skip < all.Total; skip += 3)
                {
                    var page = await queries.FindAsync(new DealFilter(series, days), skip, 3, Token);
                    Assert.Equal(all.Items.Skip(skip).Take(3).Select(deal => deal.Id), page.Items.Select(deal => deal.Id));
                    Assert.Equal((all.Total, all.Newest), (page.Total, page.Newest));
                }
            }
        }
    }

    private static FundingRound Round(Random random) =>
        HandMade.Round(
            Companies[random.Next(Companies.Length)],
            random.Next(5) == 0 ? null : random.Next(1, 4) * 100m,
            random.Next(3) == 0 ? [] : ["Tidewater", "Fernway"]
        ) with
        {
            Stage = random.Next(3) == 0 ? "series-a" : null,
        };

    private static async Task AssertFollowAsync(TestDatabase database, int seed)
    {
        await using var context = database.CreateContext();
        var pairs = await context
            .Mentions.Where(mention => mention.ItemId != null)
            .Join(context.Items, mention => mention.ItemId, item => item.Id, (mention, item) => new { mention.DealId, Of = item.DealId })
            .ToListAsync(Token);

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.True(pair.DealId == pair.Of, $"seed {seed}: {pair}"));
    }

    /// <summary>From the rounds alone: the newest report first, then the lower number.</summary>
    private static async Task<List<long>> ExpectedAsync(TestDatabase database, string series, DateSpan days)
    {
        await using var context = database.CreateContext();
        var rounds = await context
            .Items.Where(item => item.Series == series && item.Kind == ItemKind.Funding && !item.IsHeld && item.GoneInRevision == null)
            .Select(item => new
            {
                item.DealId,
                item.Date,
                item.Data,
            })
            .ToListAsync(Token);
        return
        [
            .. rounds
                .Where(round => days.Contains(round.Date) && round.Data.Contains("Tidewater", StringComparison.Ordinal))
                .GroupBy(round => round.DealId!.Value)
                .OrderByDescending(deal => deal.Max(round => round.Date))
                .ThenBy(deal => deal.Key)
                .Select(deal => deal.Key),
        ];
    }
}

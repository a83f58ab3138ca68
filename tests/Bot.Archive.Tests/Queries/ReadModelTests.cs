using System.Text.Json;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Archive.Tests.Saving;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Queries;

public sealed class ReadModelTests
{
    private const string Other = "eu-ai";

    private static readonly string[] Companies = ["Quillstone", "Mossfield", "Ferrowick"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_one_question_read_the_next_is_given_until_the_archive_changes(TestDatabase database)
    {
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")));
        var (model, deals) = (new ReadModel(database.Contexts), new DealQueries(database.Contexts));
        Task<DealPage> Ask() => model.AnswerAsync(() => DealsAsync(deals, "quillstone"), Token);

        var first = await Ask();
        Assert.Same(first, await Ask());

        await database.StoreAsync(QueryArchive.Day(8), QueryArchive.Funding(HandMade.Round("Quillstone", 5_000_000m)));
        Assert.Equal(2, (await Ask()).Total);
    }

    [Theory, BothDatabases]
    public async Task What_another_process_stores_is_told_by_the_next_question(TestDatabase database)
    {
        var (model, briefings) = (new ReadModel(database.Contexts), new BriefingQueries(database.Contexts));
        Task<ArchivedBriefing?> Ask() => model.AnswerAsync(() => briefings.NewestAsync(QueryArchive.Series, DateSpan.All, Token), Token);
        Assert.Null(await Ask());

        var another = database.Open().GetRequiredService<BriefingArchive>();
        await another.SaveAsync(HandMade.Request(QueryArchive.Funding(HandMade.Round("Quillstone")), "one"), Token);

        Assert.Equal(HandMade.Day, (await Ask())?.Date);
    }

    [Theory, BothDatabases]
    public async Task Companies_are_known_to_the_question_after_they_were_stored_or_read_again(TestDatabase database)
    {
        var clock = new StepClock();
        var (model, companies) = (new ReadModel(database.Contexts), new CompanyQueries(database.Contexts, clock));
        Task<CompanySnapshot> Ask() => model.AnswerAsync(() => companies.KnownAsync(QueryArchive.Series, Token), Token);
        await database.StoreAsync(QueryArchive.Day(6), QueryArchive.Funding(HandMade.Round("Quillstone")));
        Assert.Equal(["quillstone"], (await Ask()).Companies.Select(company => company.Key));

        clock.Step(CompanyQueries.Staleness);
        await database.StoreAsync(QueryArchive.Day(7), QueryArchive.Funding(HandMade.Round("Mossfield")));
        Assert.Equal(["mossfield", "quillstone"], (await Ask()).Companies.Select(company => company.Key).Order());

        // The text that is stored has no round in it, so nothing is left of them.
        clock.Step(CompanyQueries.Staleness);
        var reindex = new BriefingReindex(
            database.Contexts,
            database.Services.GetRequiredService<ArchiveTransactions>(),
            new BriefingReader(),
            database.Clock
        );
        foreach (var id in await reindex.PendingAsync(series: null, all: true, Token))
        {
            await reindex.ReadAsync(id, Token);
        }

        Assert.Empty((await Ask()).Companies);
    }

    [Theory, BothDatabases]
    public async Task Whatever_happens_to_the_archive_a_question_reads_what_is_there(TestDatabase database)
    {
        var random = new Random(20260106);
        var (model, reads) = (new ReadModel(database.Contexts), new EveryRead(database));
        var wording = 0;
        for (var step = 0; step < 40; step++)
        {
            var series = random.Next(2) == 0 ? QueryArchive.Series : Other;
            var day = QueryArchive.Day(random.Next(5, 9));
            switch (random.Next(5))
            {
                case 0 or 1:
                    var rounds = Companies
                        .Where(_ => random.Next(2) == 0)
                        .Select(company => HandMade.Round(company, random.Next(1, 4) * 1_000_000m, Companies[random.Next(3)]));
                    var briefing = HandMade.Briefing(
                        news: [HandMade.News($"Quillstone {wording++}")],
                        funding: [.. rounds],
                        references: [HandMade.Source(1, $"Title {wording}")]
                    );
                    await database.StoreAsync(day, briefing, series, held: random.Next(4) == 0);
                    break;
                case 2:
                    await database.Archive.HoldAsync(new BriefingKey(series, day), HoldReason.FarAhead, Token);
                    break;
                case 3:
                    await database.Archive.ConfirmAsync(new BriefingKey(series, day), deliver: false, Token);
                    break;
                default:
                    await database.Archive.RemoveHeldAsync(new BriefingKey(series, day), Token);
                    break;
            }

            var expected = await reads.AllAsync();
            Assert.Equal(expected, await model.AnswerAsync(reads.AllAsync, Token));
            // The second comes from memory.
            Assert.Equal(expected, await model.AnswerAsync(reads.AllAsync, Token));
        }
    }

    [Theory, BothDatabases]
    public async Task Reads_of_a_question_that_come_side_by_side_do_not_disturb_each_other(TestDatabase database)
    {
        for (var day = 1; day <= 9; day++)
        {
            await database.StoreAsync(QueryArchive.Day(day), QueryArchive.Funding(HandMade.Round("Quillstone")));
        }

        var (model, briefings) = (new ReadModel(database.Contexts), new BriefingQueries(database.Contexts));
        var found = await model.AnswerAsync(
            () =>
                Task.WhenAll(
                    Enumerable.Range(1, 9).Select(day => briefings.NewestAsync(QueryArchive.Series, QueryArchive.Day(day), Token))
                ),
            Token
        );

        Assert.Equal(Enumerable.Range(1, 9).Select(QueryArchive.Day), found.Select(briefing => briefing!.Date));
    }

    [Fact]
    public void What_is_kept_has_a_bound()
    {
        var kept = new KeptReads(1);
        kept.Keep("one", "first", bytes: 1);
        Assert.False(kept.IsFull);
        kept.Keep("huge", "second", (int)ReadModel.MostBytes / 2);
        Assert.False(kept.TryGet<string>("huge", out _));
        for (var number = 0; !kept.IsFull; number++)
        {
            kept.Keep(number, number, (int)ReadModel.MostBytes / 10);
            Assert.InRange(number, 0, 10);
        }

        kept.Keep("late", "third", bytes: 1);

        Assert.True(kept.TryGet<string>("one", out var first));
        Assert.Equal("first", first);
        Assert.False(kept.TryGet<string>("late", out _));
    }

    [Fact]
    public void That_something_is_not_there_is_kept_too()
    {
        var kept = new KeptReads(1);
        kept.Keep("one", null, bytes: 1);

        Assert.True(kept.TryGet<string?>("one", out var nothing));
        Assert.Null(nothing);
        Assert.False(kept.TryGet<string?>("two", out _));
    }

    private static Task<DealPage> DealsAsync(DealQueries deals, string company) =>
        deals.OfCompanyAsync(QueryArchive.Series, company, DateSpan.All, 0, 10, Token);

    /// <summary>All that questions read, of both series, as text.</summary>
    private sealed class EveryRead(TestDatabase database)
    {
        private readonly BriefingQueries _briefings = new(database.Contexts);
        private readonly DealQueries _deals = new(database.Contexts);
        private readonly FundingQueries _funding = new(database.Contexts);
        private readonly ItemQueries _items = new(database.Contexts);
        private readonly OutlookQueries _outlooks = new(database.Contexts);
        private readonly ReferenceQueries _references = new(database.Contexts);

        public async Task<string> AllAsync()
        {
            var all = new List<object?>();
            foreach (var series in new[] { QueryArchive.Series, Other })
            {
                var filter = new DealFilter(series, DateSpan.All);
                all.Add(await _briefings.NewestAsync(series, onOrBefore: null, Token));
                all.Add(await _briefings.NewestAsync(series, QueryArchive.Day(6), Token));
                all.Add(await _briefings.HeldAsync(series, 3, Token));
                all.Add(await _briefings.NewestWithAsync(series, ItemKind.Funding, DateSpan.All, Token));
                all.Add(await _deals.FindAsync(filter, 0, 10, Token));
                all.Add(await _deals.FindAsync(filter with { Companies = ["quillstone", "mossfield"] }, 0, 10, Token));
                all.Add(await _deals.LargestAsync(filter, "USD", 0, 2, Token));
                all.Add((await _deals.CurrenciesAsync(filter, Token)).Select(one => $"{one.Currency} {one.Reports}"));
                all.Add(await _funding.NewestCompanyAsync(series, Token));
                all.Add(await _items.OfKindsAsync(series, [ItemKind.News], DateSpan.All, 0, 5, Token));
                all.Add(await _outlooks.NewestAsync(series, horizon: null, DateSpan.All, Token));
                foreach (var company in Companies.Select(CompanyName.Key))
                {
                    var (invested, name) = await _deals.OfInvestorAsync(series, company, DateSpan.All, 0, 10, Token);
                    all.Add(new { invested, name });
                    all.Add(await _deals.OfCompanyAsync(series, company, DateSpan.All, 0, 10, Token));
                    all.Add(await _deals.OfCompanyAsync(series, company, DateSpan.Of(QueryArchive.Day(6)), 0, 10, Token));
                }

                if (await _briefings.NewestAsync(series, DateSpan.All, Token) is { } newest)
                {
                    all.Add(await _funding.OfBriefingAsync(newest.Id, Token));
                    all.Add(await _items.OfBriefingAsync(newest.Id, ItemKind.News, Token));
                    all.Add(await _references.OfBriefingAsync(newest.Id, Token));
                    all.Add((await _references.CitedAsync([(newest.Id, 1), (newest.Id, 9)], Token))[newest.Id]);
                }
            }

            return JsonSerializer.Serialize(all);
        }
    }
}

using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Bot.Archive.Tests.Saving.HandMade;

namespace Bot.Archive.Tests.Saving;

/// <summary>Ids survive an author's edits.</summary>
public sealed class RevisionTests
{
    private const string Body =
        "クレーンの操作記録から積み付けの順序を学ぶモデルを、研究用に無償で配布しました。三つの港で試験が始まっています。";

    private static readonly NewsItem Stack = News("Harborlight、荷役の学習モデルを公開", Body, "Harborlight");
    private static readonly NewsItem Chart = News(
        "Tidewater、海図の共同整備で合意",
        "沿岸の水深データを毎週更新し、自律航行の安全評価に使う共通の形式を定めます。",
        "Tidewater"
    );
    private static readonly NewsItem Chip = News(
        "Mossfield、推論チップを発表",
        "電池だけで一年動く気象観測機に載せられる大きさで、山間部の予測に向けたものです。",
        "Mossfield"
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_reworded_headline_keeps_its_id_and_is_reported_as_changed(TestDatabase database)
    {
        await SaveAsync(database, Briefing([Stack, Chart]));
        var ids = await IdsAsync(database);

        var saved = await SaveAsync(
            database,
            Briefing([News("港の積み付けを学ぶモデル、Harborlightが無償で配布", Body, "Harborlight"), Chart])
        );

        Assert.Equal((SaveStatus.Revised, 2), (saved.Status, saved.Revision));
        var change = Assert.Single(saved.Changes);
        Assert.Equal(
            (ChangeType.Changed, ItemKind.News, "港の積み付けを学ぶモデル、Harborlightが無償で配布"),
            (change.Type, change.Kind, change.Headline)
        );
        Assert.Equal(Stack.Headline, EntryJson.ReadNews(change.Before!).Headline);
        Assert.Equal(change.Headline, EntryJson.ReadNews(change.After!).Headline);
        Assert.Equal(ids, await IdsAsync(database));
    }

    [Theory, BothDatabases]
    public async Task Reordered_items_keep_their_ids_and_are_no_change(TestDatabase database)
    {
        await SaveAsync(database, Briefing([Stack, Chart, Chip]));
        var ids = await IdsAsync(database);

        var saved = await SaveAsync(database, Briefing([Chip with { Position = new TextPosition(99, 1) }, Stack, Chart]));

        Assert.Empty(saved.Changes);
        Assert.Equal([ids[2], ids[0], ids[1]], await IdsAsync(database));
    }

    [Theory, BothDatabases]
    public async Task An_inserted_item_is_new_and_moves_nobody_elses_id(TestDatabase database)
    {
        await SaveAsync(database, Briefing([Stack, Chip]));
        var ids = await IdsAsync(database);

        var saved = await SaveAsync(database, Briefing([Stack, Chart, Chip]));

        var now = await IdsAsync(database);
        Assert.Equal([ids[0], ids[1]], [now[0], now[2]]);
        Assert.DoesNotContain(now[1], ids);
        Assert.Equal((ChangeType.Added, now[1]), (Assert.Single(saved.Changes).Type, saved.Changes[0].ItemId));
        await using var context = database.CreateContext();
        Assert.Equal(2, (await context.Items.SingleAsync(item => item.Id == now[1], Cancel)).FirstRevision);
    }

    [Theory, BothDatabases]
    public async Task A_removed_item_is_marked_gone_and_comes_back_under_its_id(TestDatabase database)
    {
        await SaveAsync(database, Briefing([Stack, Chart, Chip]));
        var ids = await IdsAsync(database);

        var removed = await SaveAsync(database, Briefing([Stack, Chip]));

        Assert.Equal(
            (ChangeType.Removed, ids[1], Chart.Headline, null),
            (removed.Changes.Single().Type, removed.Changes[0].ItemId, removed.Changes[0].Headline, removed.Changes[0].After)
        );
        await using (var context = database.CreateContext())
        {
            Assert.Equal(2, (await context.Items.SingleAsync(item => item.Id == ids[1], Cancel)).GoneInRevision);
            Assert.False(await context.Mentions.AnyAsync(mention => mention.CompanyKey == "tidewater", Cancel));
            Assert.False(await context.Companies.AnyAsync(company => company.Key == "tidewater", Cancel));
        }

        var returned = await SaveAsync(database, Briefing([Stack, Chip, Chart]));

        Assert.Equal(ChangeType.Added, returned.Changes.Single().Type);
        Assert.Equal([ids[0], ids[2], ids[1]], await IdsAsync(database));
    }

    [Theory, BothDatabases]
    public async Task A_corrected_amount_is_a_change_of_the_same_round(TestDatabase database)
    {
        await SaveAsync(database, Briefing(funding: [Round("Quillstone", 20_000_000_000m, "Tidewater"), Round("Mossfield", 42_000_000m)]));
        var ids = await IdsAsync(database);

        var saved = await SaveAsync(
            database,
            Briefing(funding: [Round("Quillstone", 18_000_000_000.5m, "Tidewater"), Round("Mossfield", 42_000_000m)])
        );

        Assert.Equal(
            (ChangeType.Changed, ids[0], "Quillstone"),
            (saved.Changes.Single().Type, saved.Changes[0].ItemId, saved.Changes[0].Headline)
        );
        Assert.Equal(18_000_000_000.5m, EntryJson.ReadFunding(saved.Changes[0].After!).Amount!.Value);
        Assert.Equal(ids, await IdsAsync(database));
    }

    [Theory, BothDatabases]
    public async Task Of_two_rounds_of_one_company_each_keeps_its_own_id(TestDatabase database)
    {
        var equity = Round("Quillstone", 20_000_000_000m, "Tidewater", "Northgate");
        var debt = Round("Quillstone", 500_000_000m, "Fernway Bank");
        await SaveAsync(database, Briefing(funding: [equity, debt]));
        var ids = await IdsAsync(database);

        await SaveAsync(database, Briefing(funding: [debt, Round("Quillstone", 21_000_000_000m, "Tidewater", "Northgate")]));
        Assert.Equal([ids[1], ids[0]], await IdsAsync(database));

        var saved = await SaveAsync(database, Briefing(funding: [debt]));
        Assert.Equal((ChangeType.Removed, ids[0]), (saved.Changes.Single().Type, saved.Changes[0].ItemId));
        Assert.Equal([ids[1]], await IdsAsync(database));
    }

    [Theory, BothDatabases]
    public async Task A_round_of_another_company_in_the_same_words_is_another_round(TestDatabase database)
    {
        await SaveAsync(database, Briefing(funding: [Round("Quillstone", 500_000_000m, "Tidewater", "Northgate Capital")]));
        var ids = await IdsAsync(database);

        var saved = await SaveAsync(database, Briefing(funding: [Round("Mossfield", 500_000_000m, "Tidewater", "Northgate Capital")]));

        Assert.Equal([ChangeType.Added, ChangeType.Removed], saved.Changes.Select(change => change.Type));
        Assert.NotEqual(ids, await IdsAsync(database));
    }

    [Theory, BothDatabases]
    public async Task An_inserted_source_renumbers_the_others_without_new_ids(TestDatabase database)
    {
        var first = Source(1, "Learning to Stack", "https://harborlight.example/stack");
        var second = Source(2, "Charting Together");
        await SaveAsync(database, Briefing(references: [first, second]));
        var ids = await IdsAsync(database);

        await SaveAsync(
            database,
            Briefing(references: [first, Source(2, "Shelves That Suggest", "https://retail.example/s"), second with { Number = 3 }])
        );

        var now = await IdsAsync(database);
        Assert.Equal([ids[0], ids[1]], [now[0], now[2]]);
        await using var context = database.CreateContext();
        Assert.Equal(
            [1, 2, 3],
            await context
                .Items.Where(item => item.Kind == ItemKind.Reference)
                .OrderBy(item => item.Ordinal)
                .Select(item => item.Number!.Value)
                .ToListAsync(Cancel)
        );
    }

    [Theory, BothDatabases]
    public async Task Items_that_only_share_words_stay_two_items(TestDatabase database)
    {
        await SaveAsync(database, Briefing([Stack]));

        var saved = await SaveAsync(database, Briefing([Chart]));

        Assert.Equal([ChangeType.Added, ChangeType.Removed], saved.Changes.Select(change => change.Type));
    }

    [Theory, BothDatabases]
    public async Task Comparison_rows_and_outlooks_are_items_with_stable_ids(TestDatabase database)
    {
        var outlook = new Outlook
        {
            SectionOrder = 3,
            Horizon = Horizon.Medium,
            Label = "中期（1〜3年）",
            Text = "観測網の共有が進みます。",
            Body = "**観測網の共有**が進みます。",
            Markdown = "- **中期（1〜3年）**: 観測網",
            FromYears = 1,
            ToYears = 3,
        };
        Briefing With(string cell) =>
            Briefing() with
            {
                Outlook = [outlook],
                Tables =
                [
                    new BriefingTable
                    {
                        Section = SectionKind.Analysis,
                        SectionOrder = 2,
                        Columns = ["比較軸", "これまで", "これから"],
                        Rows =
                        [
                            ["**置き場所**", "データセンター", cell],
                            ["**学ぶもの**", "文章", "音"],
                        ],
                    },
                    new BriefingTable
                    {
                        Section = SectionKind.Startups,
                        SectionOrder = 2,
                        Columns = ["企業名"],
                        Rows =
                        [
                            ["Quillstone"],
                        ],
                    },
                ],
            };
        await SaveAsync(database, With("港"));
        var ids = await IdsAsync(database);

        var saved = await SaveAsync(database, With("港と山"));

        Assert.Equal(3, ids.Count);
        Assert.Equal(ids, await IdsAsync(database));
        Assert.Equal((ItemKind.ComparisonRow, "置き場所"), (saved.Changes.Single().Kind, saved.Changes[0].Headline));
        await using var context = database.CreateContext();
        var stored = await context.Items.SingleAsync(item => item.Horizon == Horizon.Medium, Cancel);
        Assert.Equal(
            (1, 3, "中期（1〜3年）"),
            (EntryJson.ReadOutlook(stored.Data).FromYears, EntryJson.ReadOutlook(stored.Data).ToYears, stored.Headline)
        );
    }

    [Theory, BothDatabases]
    public async Task Spellings_of_one_company_are_one_company_under_the_newest_spelling(TestDatabase database)
    {
        await SaveAsync(database, Briefing([News("**xAI**（Grok）が発表", "本文", "**xAI**（Grok）")]));
        await database.Archive.SaveAsync(Request(Briefing([News("一", "本文", "ｘＡＩ")]), "# b") with { Date = Day.AddDays(2) }, Cancel);
        await database.Archive.SaveAsync(Request(Briefing([News("二", "本文", "XAI")]), "# c") with { Date = Day.AddDays(1) }, Cancel);

        await using var context = database.CreateContext();
        var company = await context.Companies.SingleAsync(Cancel);
        Assert.Equal(("xai", "ｘＡＩ", Day.AddDays(2)), (company.Key, company.Name, company.LastNamed));
        Assert.Equal(3, await context.Mentions.CountAsync(mention => mention.CompanyKey == "xai", Cancel));
    }

    private static Task<SaveResult> SaveAsync(TestDatabase database, Briefing briefing) =>
        database.Archive.SaveAsync(Request(briefing, System.Text.Json.JsonSerializer.Serialize(briefing)), Cancel);

    /// <summary>Ids of the current items, by kind and position.</summary>
    private static async Task<List<long>> IdsAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context
            .Items.Where(item => item.GoneInRevision == null && item.Kind != ItemKind.Text)
            .OrderBy(item => item.Kind)
            .ThenBy(item => item.Ordinal)
            .Select(item => item.Id)
            .ToListAsync(Cancel);
    }
}

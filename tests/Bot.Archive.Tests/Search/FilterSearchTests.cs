using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Archive.Search;
using Bot.Briefings;
using Bot.Briefings.Filters;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Search;

/// <summary>Filters over typed rows and over text: the same expectations for both databases.</summary>
public sealed class FilterSearchTests
{
    private static readonly ItemKind[] All = Enum.GetValues<ItemKind>();

    private static readonly FilterReader Reader = new(new BriefingReader().Terms);

    [Theory, BothDatabases]
    public async Task Columns_and_words_find_the_items_that_satisfy_them(TestDatabase database)
    {
        await StoreAsync(database, new FixtureBriefing());
        string[] none = [];
        (string Filter, string[] Found)[] expected =
        [
            ("stage:seed", ["Lanternfish"]),
            ("ステージ:シリーズB", ["Mossfield"]),
            ("金額>=100億円", none),
            ("amount>=100M$", ["Quillstone"]),
            ("amount>$42M", ["Quillstone"]),
            ("amount>=$42M NOT company:quillstone", ["Mossfield"]),
            ("amount=$9M OR stage:series-b", ["Lanternfish", "Mossfield"]),
            ("amount<$42M", ["Lanternfish"]),
            ("投資家:\"northgate capital\"", ["Mossfield", "Quillstone"]),
            ("kind:deal 港", none),
            ("kind:dive 雪崩", ["Fernway研究所: 雪崩を先に聞く"]),
            ("section:marketing-news", ["Brightloom、店頭の棚割りを提案する代理機能を開始"]),
            ("company:mossfield", ["Mossfield", "Mossfield、低消費電力の推論チップを発表"]),
            ("company:mossfield since:2026-01-07", none),
            ("status:planned", none),
            ("status:completed NOT (stage:seed OR stage:series-b)", ["Quillstone"]),
            ("kind:text 大型", ["📊 今日のUS AI動向サマリー 2026年1月6日：港の荷役を学ぶ機械"]),
        ];
        foreach (var (filter, found) in expected)
        {
            Assert.Equal(found, (await FindAsync(database, filter)).Order(StringComparer.Ordinal));
        }
    }

    [Theory, BothDatabases]
    public async Task Text_outside_of_entries_is_found_and_follows_its_revision(TestDatabase database)
    {
        await StoreAsync(database, new FixtureBriefing { Lead = "灯台守が朝の要旨に立ちます。 [1]" });

        var found = Assert.Single(await SearchAsync(database, "灯台守"));
        Assert.Equal(ItemKind.Text, found.Item.Kind);
        Assert.Equal([1], EntryJson.ReadText(found.Item.Data).Citations);

        var revised = await StoreAsync(database, new FixtureBriefing { Lead = "桟橋守が朝の要旨に立ちます。" });

        Assert.Empty(await SearchAsync(database, "灯台守"));
        Assert.Single(await SearchAsync(database, "桟橋守"));
        Assert.DoesNotContain(revised.Changes, change => change.Kind == ItemKind.Text);
    }

    [Theory, BothDatabases]
    public async Task What_an_entry_says_is_not_told_a_second_time_as_text(TestDatabase database)
    {
        var briefing = new FixtureBriefing();
        await StoreAsync(database, briefing);

        Assert.All(
            briefing
                .Technology.Select(news => news.Text[..8])
                .Concat(briefing.Dives.Select(dive => dive.Text[..8]))
                .Append("港湾での試験運用"),
            words => Assert.Single(SearchAsync(database, $"\"{words}\"").Result)
        );
    }

    private static async Task<IEnumerable<string>> FindAsync(TestDatabase database, string filter) =>
        (await SearchAsync(database, filter)).Select(found => found.Item.Headline);

    private static async Task<IReadOnlyList<FoundItem>> SearchAsync(TestDatabase database, string filter)
    {
        var reading = Reader.Read(filter);
        Assert.Null(reading.Error);
        return await new ItemQueries(database.Contexts).SearchAsync(
            "us-ai",
            FilterQuery.Of(reading.Filter!)!,
            All,
            DateSpan.All,
            TestContext.Current.CancellationToken
        );
    }

    private static Task<SaveResult> StoreAsync(TestDatabase database, FixtureBriefing briefing) =>
        database.Archive.SaveAsync(
            new SaveRequest
            {
                Series = "us-ai",
                Date = briefing.Date,
                Reading = briefing.Read(),
                Origin = "cli",
            },
            TestContext.Current.CancellationToken
        );
}

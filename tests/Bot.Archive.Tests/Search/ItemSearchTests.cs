using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Archive.Search;
using Bot.Briefings;
using Bot.Chat;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Search;

/// <summary>The same expectations for both databases: nothing of an answer is left to either's own idea of a word.</summary>
public sealed class ItemSearchTests
{
    private static readonly ItemKind[] All = Enum.GetValues<ItemKind>();

    private static readonly FixtureBriefing Later = new()
    {
        Date = new DateOnly(2026, 1, 8),
        Technology = [new FixtureNews("Openpier、船の道具箱を公開", "クレーンのための open source の道具で、it's free と述べました。", 1)],
        Dives = [],
        Rounds = [],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Words_phrases_and_operators_find_the_items_that_have_them(TestDatabase database)
    {
        await StoreAsync(database, new FixtureBriefing());
        await StoreAsync(database, Later);

        Assert.Equal(["Openpier、船の道具箱を公開"], await FindAsync(database, "道具箱"));
        Assert.Equal(["Openpier、船の道具箱を公開"], await FindAsync(database, "\"open source\""));
        Assert.Equal(["Openpier、船の道具箱を公開"], await FindAsync(database, "it's"));
        Assert.Equal(["Quillstone"], await FindAsync(database, "契約書"));
        Assert.Contains("Quillstone", await FindAsync(database, "ＱＵＩＬＬＳＴＯＮＥ"));
        Assert.Equal(
            ["Fernway研究所: 雪崩を先に聞く", "Openpier、船の道具箱を公開"],
            (await FindAsync(database, "雪崩 OR 道具箱")).Order(StringComparer.Ordinal)
        );
        Assert.Empty(await FindAsync(database, "道具箱 -クレーン"));
        Assert.Empty(await FindAsync(database, "荷役 雪崩"));
        // One character is found too, in the middle of a word.
        Assert.Contains("Fernway研究所: 雪崩を先に聞く", await FindAsync(database, "雪"));
        // A publisher's title is no story.
        Assert.Empty(await FindAsync(database, "Learning to Stack"));
    }

    [Theory, BothDatabases]
    public async Task Kinds_days_and_holding_limit_what_is_found(TestDatabase database)
    {
        await StoreAsync(database, new FixtureBriefing());
        await StoreAsync(database, Later, held: true);
        var query = SearchQueryReader.Read("クレーン")!;
        var queries = new ItemQueries(database.Contexts);

        async Task<int> Found(ItemKind kind, DateSpan days) => (await queries.SearchAsync("us-ai", query, [kind], days, Token)).Count;

        Assert.Equal(1, await Found(ItemKind.News, DateSpan.All));
        Assert.Equal(0, await Found(ItemKind.Insight, DateSpan.All));
        Assert.Equal(0, await Found(ItemKind.News, DateSpan.UpTo(new DateOnly(2026, 1, 5))));
        await database.Archive.ConfirmAsync(new BriefingKey("us-ai", Later.Date, ""), deliver: false, Token);
        Assert.Equal(2, await Found(ItemKind.News, DateSpan.All));
    }

    [Theory, BothDatabases]
    public async Task A_revision_takes_its_words_along_and_a_removal_leaves_none(TestDatabase database)
    {
        await StoreAsync(database, Later, held: true);
        await StoreAsync(database, Later with { Technology = [new FixtureNews("Openpier、灯台を公開", "灯りです。", 1)] }, held: true);
        var queries = new ItemQueries(database.Contexts);

        Assert.Equal(0, await StoredAsync(database, "道具箱"));
        Assert.Equal(1, await StoredAsync(database, "灯台"));

        await database.Archive.RemoveHeldAsync(new BriefingKey("us-ai", Later.Date, ""), Token);

        Assert.Equal(0, await StoredAsync(database, "灯台"));
        await StoreAsync(database, Later);
        Assert.Equal(["Openpier、船の道具箱を公開"], await FindAsync(database, "道具箱"));
    }

    [Theory, BothDatabases]
    public async Task Reading_again_fills_what_was_never_filled(TestDatabase database)
    {
        await StoreAsync(database, new FixtureBriefing());
        await using (var context = database.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM item_words", Token);
            await context.Items.ExecuteUpdateAsync(set => set.SetProperty(item => item.DealId, (long?)null), Token);
        }

        Assert.Empty(await FindAsync(database, "契約書"));
        var reindex = ActivatorUtilities.CreateInstance<BriefingReindex>(database.Services, new BriefingReader());
        foreach (var id in await reindex.PendingAsync(series: null, all: true, Token))
        {
            await reindex.ReadAsync(id, Token);
        }

        Assert.Equal(["Quillstone"], await FindAsync(database, "契約書"));
        await using var after = database.CreateContext();
        Assert.Equal(3, await after.Items.CountAsync(item => item.DealId == item.Id, Token));
    }

    private static async Task<int> StoredAsync(TestDatabase database, string words)
    {
        await using var context = database.CreateContext();
        return await SearchIndex.Candidates(context, SearchQueryReader.Read(words)!).CountAsync(Token);
    }

    private static async Task<IEnumerable<string>> FindAsync(TestDatabase database, string words) =>
        (await new ItemQueries(database.Contexts).SearchAsync("us-ai", SearchQueryReader.Read(words)!, All, DateSpan.All, Token)).Select(
            found => found.Item.Headline
        );

    private static Task<SaveResult> StoreAsync(TestDatabase database, FixtureBriefing briefing, bool held = false) =>
        database.Archive.SaveAsync(
            new SaveRequest
            {
                Series = "us-ai",
                Date = briefing.Date,
                Reading = briefing.Read(),
                Origin = "cli",
                IsHeld = held,
            },
            Token
        );
}

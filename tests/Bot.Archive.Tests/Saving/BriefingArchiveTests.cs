using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Bot.Archive.Tests.Saving.HandMade;

namespace Bot.Archive.Tests.Saving;

public sealed class BriefingArchiveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_new_briefing_is_created_with_its_items_references_and_mentions(TestDatabase database)
    {
        var briefing = Briefing(
            [News("Harborlight、モデルを公開", "港の記録から学ぶ。", "Harborlight")],
            [Round("Quillstone", 120_000_000_000m, "Tidewater", "Northgate")],
            [Source(1, "Learning to Stack", "https://harborlight.example/stack")]
        );

        var saved = await database.Archive.SaveAsync(Request(briefing, "# one"), Cancel);

        Assert.Equal((SaveStatus.Created, 1, false), (saved.Status, saved.Revision, saved.IsHeld));
        Assert.Empty(saved.Changes);
        await using var context = database.CreateContext();
        var items = await context.Items.OrderBy(item => item.Id).ToListAsync(Cancel);
        Assert.Equal([ItemKind.News, ItemKind.Funding, ItemKind.Reference, ItemKind.Text], items.Select(item => item.Kind));
        var round = items[1];
        Assert.Equal(("quillstone", SectionKind.Startups, 2, 1), (round.CompanyKey, round.Section, round.SectionOrder, round.Ordinal));
        Assert.Equal(120_000_000_000m, EntryJson.ReadFunding(round.Data).Amount!.Value);
        Assert.Equal((1, "Learning to Stack"), (items[2].Number, items[2].Headline));
        var mentions = await context
            .Mentions.OrderBy(mention => mention.Id)
            .Select(mention => new
            {
                mention.CompanyKey,
                mention.Role,
                mention.ItemId,
            })
            .ToListAsync(Cancel);
        Assert.Equal(
            [
                ("harborlight", MentionRole.Headline, items[0].Id),
                ("quillstone", MentionRole.Funded, round.Id),
                ("tidewater", MentionRole.Investor, round.Id),
                ("northgate", MentionRole.Investor, round.Id),
            ],
            mentions.Select(mention => (mention.CompanyKey, mention.Role, mention.ItemId!.Value))
        );
        Assert.Equal(
            ["harborlight", "northgate", "quillstone", "tidewater"],
            await context.Companies.Select(company => company.Key).OrderBy(key => key).ToListAsync(Cancel)
        );
    }

    [Theory, BothDatabases]
    public async Task The_same_document_again_changes_nothing_and_says_so(TestDatabase database)
    {
        var request = Request(Briefing([News("見出し", "本文", "Harborlight")]), "# one");
        var first = await database.Archive.SaveAsync(request, Cancel);
        database.Clock.Now = database.Clock.Now.AddHours(1);

        var second = await database.Archive.SaveAsync(request, Cancel);

        Assert.Equal((SaveStatus.Unchanged, first.BriefingId, 1), (second.Status, second.BriefingId, second.Revision));
        await using var context = database.CreateContext();
        Assert.Equal(1, await context.Revisions.CountAsync(Cancel));
        Assert.Equal([ItemKind.News, ItemKind.Text], await context.Items.Select(item => item.Kind).Order().ToListAsync(Cancel));
        var briefing = await context.Briefings.SingleAsync(Cancel);
        Assert.Equal(briefing.ReceivedAt, briefing.RevisedAt);
    }

    [Theory, BothDatabases]
    public async Task A_document_that_returns_to_an_older_text_is_a_new_revision(TestDatabase database)
    {
        foreach (var (source, revision) in new[] { ("# a", 1), ("# b", 2), ("# a", 3) })
        {
            Assert.Equal(revision, (await database.Archive.SaveAsync(Request(Briefing(), source), Cancel)).Revision);
        }

        var loaded = await database.Archive.LoadAsync(new("us-ai", Day), null, Cancel);
        Assert.Equal((3, "# a"), (loaded!.Revision, loaded.Markdown));
        var second = await database.Archive.LoadAsync(new("us-ai", Day), 2, Cancel);
        Assert.Equal((2, 3, "# b", "cli"), (second!.Revision, second.Briefing.Revision, second.Markdown, second.Origin));
        Assert.Null(await database.Archive.LoadAsync(new("us-ai", Day), 4, Cancel));
        Assert.Null(await database.Archive.LoadAsync(new("us-ai", Day.AddDays(1)), null, Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_same_day_of_another_series_is_another_briefing(TestDatabase database)
    {
        var request = Request(Briefing([News("見出し", "本文")]), "# one");
        await database.Archive.SaveAsync(request, Cancel);

        Assert.Equal(SaveStatus.Created, (await database.Archive.SaveAsync(request with { Series = "jp-ai" }, Cancel)).Status);
    }

    [Theory, BothDatabases]
    public async Task Text_that_no_database_can_hold_is_stored_harmlessly(TestDatabase database)
    {
        var nasty = "a\0b\uD800c";
        var huge = new string('社', 5_000);
        var briefing = Briefing([News(nasty, nasty, nasty)], [Round(huge, 1, huge)], [Source(1, nasty, "https://x.example/" + huge)]) with
        {
            Title = nasty,
        };

        await database.Archive.SaveAsync(Request(briefing, "# " + nasty), Cancel);
        var again = await database.Archive.SaveAsync(Request(briefing, "# " + nasty), Cancel);

        Assert.Equal(SaveStatus.Unchanged, again.Status);
        Assert.Equal("# a\uFFFDb\uFFFDc", (await database.Archive.LoadAsync(new("us-ai", Day), null, Cancel))!.Markdown);
    }

    [Theory, BothDatabases]
    public async Task A_held_briefing_is_released_with_everything_in_it(TestDatabase database)
    {
        var request = Request(
            Briefing([News("見出し", "本文", "Harborlight")], [Round("Quillstone", 1, "Tidewater")]),
            "# one",
            held: true
        );
        Assert.True((await database.Archive.SaveAsync(request, Cancel)).IsHeld);
        Assert.Null(await database.Archive.NewestBeforeAsync(new("us-ai", Day.AddDays(1)), Cancel));
        await using (var context = database.CreateContext())
        {
            Assert.Empty(await context.Companies.ToListAsync(Cancel));
            Assert.All(await context.Items.ToListAsync(Cancel), item => Assert.True(item.IsHeld));
        }

        Assert.Equal(ConfirmStatus.Confirmed, await database.Archive.ConfirmAsync(new("us-ai", Day), deliver: true, Cancel));
        Assert.Equal(ConfirmStatus.NotHeld, await database.Archive.ConfirmAsync(new("us-ai", Day), deliver: true, Cancel));
        Assert.Equal(ConfirmStatus.NotFound, await database.Archive.ConfirmAsync(new("us-ai", Day.AddDays(1)), deliver: true, Cancel));

        await using (var context = database.CreateContext())
        {
            Assert.Equal(3, await context.Companies.CountAsync(Cancel));
            Assert.False(
                await context.Items.AnyAsync(item => item.IsHeld, Cancel)
                    || await context.Mentions.AnyAsync(mention => mention.IsHeld, Cancel)
            );
        }

        Assert.NotNull(await database.Archive.NewestBeforeAsync(new("us-ai", Day.AddDays(1)), Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_held_briefing_that_is_released_without_deliveries_leaves_none_to_plan(TestDatabase database)
    {
        await database.Archive.SaveAsync(Request(Briefing([News("見出し", "本文")]), "# one", held: true) with { Deliver = true }, Cancel);

        await database.Archive.ConfirmAsync(new("us-ai", Day), deliver: false, Cancel);

        await using var context = database.CreateContext();
        Assert.False((await context.Briefings.SingleAsync(Cancel)).IsUnplanned);
    }

    [Theory, BothDatabases]
    public async Task A_correction_neither_holds_a_released_briefing_nor_releases_a_held_one(TestDatabase database)
    {
        await database.Archive.SaveAsync(Request(Briefing([News("一", "本文")]), "# one", held: true), Cancel);
        Assert.True((await database.Archive.SaveAsync(Request(Briefing([News("二", "別の話")]), "# two"), Cancel)).IsHeld);
        await database.Archive.ConfirmAsync(new("us-ai", Day), deliver: true, Cancel);

        Assert.False(
            (await database.Archive.SaveAsync(Request(Briefing([News("三", "さらに別の件")]), "# three", held: true), Cancel)).IsHeld
        );

        await using var context = database.CreateContext();
        Assert.All(await context.Items.Where(item => item.GoneInRevision == null).ToListAsync(Cancel), item => Assert.False(item.IsHeld));
    }

    [Theory, BothDatabases]
    public async Task The_list_goes_back_in_pages_from_the_newest_day(TestDatabase database)
    {
        Assert.False(await database.Archive.AnyAsync(Cancel));
        for (var day = 0; day < 5; day++)
        {
            await database.Archive.SaveAsync(Request(Briefing(), $"# {day}") with { Date = Day.AddDays(day) }, Cancel);
        }

        var newest = await database.Archive.ListAsync("us-ai", null, 2, Cancel);
        var next = await database.Archive.ListAsync("us-ai", newest[^1].Date, 2, Cancel);

        Assert.Equal([Day.AddDays(4), Day.AddDays(3), Day.AddDays(2), Day.AddDays(1)], newest.Concat(next).Select(listing => listing.Date));
        Assert.Equal(Day.AddDays(2), (await database.Archive.NewestBeforeAsync(new("us-ai", Day.AddDays(3)), Cancel))!.Date);
        Assert.Null(await database.Archive.NewestBeforeAsync(new("us-ai", Day), Cancel));
        Assert.True(await database.Archive.AnyAsync(Cancel));
        Assert.Empty(await database.Archive.ListAsync("jp-ai", null, 2, Cancel));
    }
}

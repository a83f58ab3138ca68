using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Saving;

public sealed class BriefingReindexTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    /// <summary>A reader that takes the fixture's startups for insights: it finds no rounds.</summary>
    private static readonly BriefingReader Older = new(
        Vocabulary.Default.Merge(new VocabularyOptions { Sections = { ["insights"] = new() { ["新興企業"] = 90 } } })
    );

    private static readonly BriefingReader Newer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_another_vocabulary_read_is_read_again_and_ids_stay(TestDatabase database)
    {
        var id = await SaveAsync(database, Older, Day);
        var before = await ItemsAsync(database);
        Assert.DoesNotContain(before, item => item.Kind == ItemKind.Funding);
        var reindex = Reindex(database);

        Assert.Equal([id], await reindex.PendingAsync(null, all: false, Cancel));
        await reindex.ReadAsync(id, Cancel);

        var after = await ItemsAsync(database);
        Assert.Equal(3, after.Count(item => item.Kind == ItemKind.Funding));
        foreach (
            var item in before.Where(item => item.Kind is ItemKind.News or ItemKind.Outlook or ItemKind.Reference or ItemKind.DeepDive)
        )
        {
            Assert.Contains(after, other => other.Id == item.Id && other.Headline == item.Headline && other.GoneInRevision == null);
        }

        Assert.Empty(await reindex.PendingAsync(null, all: false, Cancel));
        Assert.Equal([id], await reindex.PendingAsync("us-ai", all: true, Cancel));
        Assert.Empty(await reindex.PendingAsync("eu-ai", all: true, Cancel));
        await using var context = database.CreateContext();
        Assert.Contains(await context.Companies.Select(company => company.Key).ToListAsync(Cancel), key => key == "lanternfish");
    }

    [Theory, BothDatabases]
    public async Task Reading_again_with_the_same_reader_changes_no_row(TestDatabase database)
    {
        var id = await SaveAsync(database, Newer, Day);
        await SaveAsync(database, Newer, Day, new FixtureBriefing { Date = Day, Marketing = [] });
        var before = await ItemsAsync(database);

        await Reindex(database).ReadAsync(id, Cancel);

        Assert.Equal(Shown(before), Shown(await ItemsAsync(database)));
    }

    [Theory, BothDatabases]
    public async Task Items_know_the_revisions_they_stood_in_by_todays_reading(TestDatabase database)
    {
        var fixture = new FixtureBriefing { Date = Day };
        await SaveAsync(database, Older, Day, fixture);
        var id = await SaveAsync(database, Older, Day, fixture with { Rounds = [.. fixture.Rounds.Take(2)] });

        await Reindex(database).ReadAsync(id, Cancel);

        var rounds = (await ItemsAsync(database)).Where(item => item.Kind == ItemKind.Funding).ToDictionary(item => item.Headline);
        Assert.Equal((1, null), (rounds["Quillstone"].FirstRevision, rounds["Quillstone"].GoneInRevision));
        Assert.Equal((1, (int?)2), (rounds["Lanternfish"].FirstRevision, rounds["Lanternfish"].GoneInRevision));
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_planned_and_what_is_held_stays_held(TestDatabase database)
    {
        var id = await SaveAsync(database, Older, Day, held: true);

        await Reindex(database).ReadAsync(id, Cancel);

        await using var context = database.CreateContext();
        var briefing = await context.Briefings.SingleAsync(Cancel);
        Assert.Equal((true, false, 1), (briefing.IsHeld, briefing.IsUnplanned, briefing.Revision));
        Assert.True(await context.Items.AllAsync(item => item.IsHeld, Cancel));
        Assert.True(await context.Mentions.AllAsync(mention => mention.IsHeld, Cancel));
        Assert.False(await context.Companies.AnyAsync(Cancel));
        Assert.False(await context.Deliveries.AnyAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task The_newest_day_comes_first_and_a_stopped_run_goes_on_with_the_rest(TestDatabase database)
    {
        var ids = new List<int>();
        foreach (var day in new[] { 2, 0, 1 })
        {
            ids.Add(await SaveAsync(database, Older, Day.AddDays(day)));
        }

        var reindex = Reindex(database);
        Assert.Equal([ids[0], ids[2], ids[1]], await reindex.PendingAsync(null, all: false, Cancel));

        await reindex.ReadAsync(ids[0], Cancel);

        Assert.Equal([ids[2], ids[1]], await Reindex(database).PendingAsync(null, all: false, Cancel));
        await reindex.ReadAsync(4711, Cancel);
    }

    [Theory, BothDatabases]
    public async Task In_their_order_each_is_read_once_while_the_one_before_is_written(TestDatabase database)
    {
        foreach (var day in Enumerable.Range(0, 5))
        {
            await SaveAsync(database, Older, Day.AddDays(day));
        }

        var reindex = Reindex(database);
        var pending = await reindex.PendingAsync(null, all: false, Cancel);
        var read = reindex.InOrder(pending, Cancel);
        foreach (var id in pending.Take(3))
        {
            await read(id);
        }

        Assert.Equal(pending.Skip(3), await reindex.PendingAsync(null, all: false, Cancel));
        Assert.Equal(9, (await ItemsAsync(database)).Count(item => item.Kind == ItemKind.Funding));
    }

    [Theory, BothDatabases]
    public async Task A_revision_that_comes_in_between_reading_and_writing_is_not_lost(TestDatabase database)
    {
        var fixture = new FixtureBriefing { Date = Day };
        var first = await SaveAsync(database, Older, Day.AddDays(1));
        var second = await SaveAsync(database, Older, Day, fixture);
        var read = Reindex(database).InOrder([first, second], Cancel);
        // The second is being read ahead, or has been, when its revision comes.
        await read(first);
        await SaveAsync(
            database,
            Older,
            Day,
            fixture with
            {
                Rounds = [.. fixture.Rounds, new("Copperline", "電池", "6500万ドル", "-", "-", 1)],
            }
        );

        await read(second);

        var rounds = (await ItemsAsync(database)).Where(item => item.BriefingId == second && item.Kind == ItemKind.Funding).ToList();
        Assert.Equal(["Copperline", "Lanternfish", "Mossfield", "Quillstone"], rounds.Select(item => item.Headline).Order());
        Assert.All(rounds, item => Assert.Null(item.GoneInRevision));
    }

    [Theory]
    [BothDatabases(1)]
    [BothDatabases(3)]
    [BothDatabases(6)]
    public async Task One_that_breaks_off_anywhere_leaves_the_briefing_as_it_was(TestDatabase database, int statement)
    {
        var id = await SaveAsync(database, Older, Day);
        var before = Shown(await ItemsAsync(database));
        var breaking = new BreakingOff(statement);
        var services = database.Open(options => options.AddInterceptors(breaking));

        await Assert.ThrowsAnyAsync<Exception>(() => Reindex(database, services).ReadAsync(id, Cancel));

        Assert.True(breaking.HasBroken);
        Assert.Equal(before, Shown(await ItemsAsync(database)));
        Assert.Equal([id], await Reindex(database).PendingAsync(null, all: false, Cancel));
        await Reindex(database).ReadAsync(id, Cancel);
        Assert.Equal(3, (await ItemsAsync(database)).Count(item => item.Kind == ItemKind.Funding));
    }

    private static BriefingReindex Reindex(TestDatabase database, ServiceProvider? services = null) =>
        new(
            (services ?? database.Services).GetRequiredService<IDbContextFactory<ArchiveContext>>(),
            (services ?? database.Services).GetRequiredService<ArchiveTransactions>(),
            Newer,
            database.Clock
        );

    private static async Task<int> SaveAsync(
        TestDatabase database,
        BriefingReader reader,
        DateOnly day,
        FixtureBriefing? briefing = null,
        bool held = false
    ) =>
        (
            await database.Archive.SaveAsync(
                new SaveRequest
                {
                    Series = "us-ai",
                    Date = day,
                    Reading = reader.Read((briefing ?? new FixtureBriefing { Date = day }).ToMarkdown()),
                    ReadBy = reader.Stamp,
                    Origin = "cli",
                    IsHeld = held,
                    HeldFor = held ? HoldReason.Gate : null,
                },
                Cancel
            )
        ).BriefingId;

    private static async Task<List<StoredItem>> ItemsAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Items.AsNoTracking().OrderBy(item => item.Id).ToListAsync(Cancel);
    }

    private static IEnumerable<string> Shown(IEnumerable<StoredItem> items) =>
        items.Select(item =>
            $"{item.Id} {item.Kind} {item.Ordinal} {item.FirstRevision}-{item.GoneInRevision} {item.Headline} {item.Data}"
        );

    /// <summary>Fails at the statement of a number among those that write, as a lost connection would.</summary>
    private sealed class BreakingOff(int at) : DbCommandInterceptor
    {
        private int _seen;

        public bool HasBroken { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            System.Data.Common.DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Count();
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command,
            CommandEventData eventData,
            InterceptionResult<System.Data.Common.DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Count();
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        private void Count()
        {
            if (++_seen == at)
            {
                HasBroken = true;
                throw new InvalidOperationException("Broken off.");
            }
        }
    }
}

using System.Data.Common;
using Bot.Archive.Saving;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Bot.Archive.Tests.Saving.HandMade;

namespace Bot.Archive.Tests.Saving;

/// <summary>Faults D4, D5 and D8, and the guarantee that a briefing is never half stored.</summary>
public sealed class SaveFailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases(false)]
    [BothDatabases(true)]
    public async Task A_creation_that_fails_half_way_leaves_nothing(TestDatabase database, bool atCommit)
    {
        var archive = Broken(database, atCommit);

        await Assert.ThrowsAsync<InvalidDataException>(() => archive.SaveAsync(Request(Full("一"), "# one"), Cancel));

        await using var context = database.CreateContext();
        Assert.Equal((0, 0, 0, 0, 0), await CountsAsync(context));
        Assert.Equal(SaveStatus.Created, (await database.Archive.SaveAsync(Request(Full("一"), "# one"), Cancel)).Status);
    }

    [Theory]
    [BothDatabases(false)]
    [BothDatabases(true)]
    public async Task A_revision_that_fails_half_way_leaves_the_one_before(TestDatabase database, bool atCommit)
    {
        await database.Archive.SaveAsync(Request(Full("一"), "# one"), Cancel);
        await using var before = database.CreateContext();
        var counts = await CountsAsync(before);
        var archive = Broken(database, atCommit);

        await Assert.ThrowsAsync<InvalidDataException>(() => archive.SaveAsync(Request(Full("二"), "# two"), Cancel));

        await using var after = database.CreateContext();
        Assert.Equal(counts, await CountsAsync(after));
        Assert.Equal(1, (await after.Briefings.SingleAsync(Cancel)).Revision);
        Assert.All(await after.Items.ToListAsync(Cancel), item => Assert.Null(item.GoneInRevision));
    }

    [Theory, BothDatabases]
    public async Task D8_many_saves_of_one_document_at_the_same_moment_make_one_briefing(TestDatabase database)
    {
        var results = await Task.WhenAll(
            Archives(database, 8).Select(archive => Task.Run(() => archive.SaveAsync(Request(Full("一"), "# one"), Cancel), Cancel))
        );

        Assert.Single(results, result => result.Status == SaveStatus.Created);
        Assert.Equal(7, results.Count(result => result.Status == SaveStatus.Unchanged));
        Assert.Single(results.Select(result => result.BriefingId).Distinct());
        await using var context = database.CreateContext();
        Assert.Equal(1, await context.Revisions.CountAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task D8_different_texts_for_one_day_at_the_same_moment_become_revisions_one_by_one(TestDatabase database)
    {
        var results = await Task.WhenAll(
            Archives(database, 6)
                .Select((archive, i) => Task.Run(() => archive.SaveAsync(Request(Full($"見出し{i}"), $"# {i}"), Cancel), Cancel))
        );

        Assert.Equal([1, 2, 3, 4, 5, 6], results.Select(result => result.Revision).Order());
        await using var context = database.CreateContext();
        var last = results.Single(result => result.Revision == 6);
        var texts = await context.Revisions.OrderBy(revision => revision.Number).Select(revision => revision.Markdown).ToListAsync(Cancel);
        Assert.Equal(6, texts.Distinct().Count());
        Assert.Equal($"# {Array.IndexOf(results, last)}", texts[^1]);
        Assert.Equal(1, await context.Items.CountAsync(item => item.GoneInRevision == null && item.Kind == Entities.ItemKind.News, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Days_saved_at_the_same_moment_that_name_the_same_companies_all_arrive(TestDatabase database)
    {
        var results = await Task.WhenAll(
            Archives(database, 6)
                .Select(
                    (archive, i) => Task.Run(() => archive.SaveAsync(Request(Full("一"), $"# {i}", series: $"series-{i}"), Cancel), Cancel)
                )
        );

        Assert.All(results, result => Assert.Equal(SaveStatus.Created, result.Status));
        await using var context = database.CreateContext();
        Assert.Equal(3, await context.Companies.CountAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task D5_a_commit_whose_answer_is_lost_is_still_told_as_a_creation(TestDatabase database)
    {
        var lost = new LostCommit();
        var archive = database.Open(builder => builder.AddInterceptors(lost)).GetRequiredService<BriefingArchive>();

        var saved = await archive.SaveAsync(Request(Full("一"), "# one"), Cancel);

        Assert.Equal((SaveStatus.Created, 1, 2), (saved.Status, saved.Revision, lost.Commits));
        await using var context = database.CreateContext();
        Assert.Equal(1, await context.Revisions.CountAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_cancelled_save_leaves_nothing(TestDatabase database)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            database.Archive.SaveAsync(Request(Full("一"), "# one"), cancelled.Token)
        );

        Assert.False(await database.Archive.AnyAsync(Cancel));
    }

    private static Briefings.Model.Briefing Full(string headline) =>
        Briefing([News(headline, "本文", "Harborlight")], [Round("Quillstone", 1, "Tidewater")], [Source(1, "Title")]);

    private static BriefingArchive Broken(TestDatabase database, bool atCommit) =>
        database
            .Open(builder => builder.AddInterceptors(atCommit ? new FailingCommit() : (IInterceptor)new FailingSave()))
            .GetRequiredService<BriefingArchive>();

    private static IEnumerable<BriefingArchive> Archives(TestDatabase database, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => database.Open().GetRequiredService<BriefingArchive>())];

    private static async Task<(int Briefings, int Revisions, int Items, int Mentions, int Companies)> CountsAsync(ArchiveContext context) =>
        (
            await context.Briefings.CountAsync(Cancel),
            await context.Revisions.CountAsync(Cancel),
            await context.Items.CountAsync(Cancel),
            await context.Mentions.CountAsync(Cancel),
            await context.Companies.CountAsync(Cancel)
        );

    /// <summary>Fails once the briefing's own rows are in the transaction.</summary>
    private sealed class FailingSave : SaveChangesInterceptor
    {
        public override ValueTask<int> SavedChangesAsync(
            SaveChangesCompletedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        ) => throw new InvalidDataException("Injected.");
    }

    /// <summary>Fails once everything is in the transaction.</summary>
    private sealed class FailingCommit : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) => throw new InvalidDataException("Injected.");
    }

    /// <summary>The first commit succeeds, but its response is lost.</summary>
    private sealed class LostCommit : DbTransactionInterceptor
    {
        public int Commits { get; private set; }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        ) => ++Commits == 1 ? throw new NpgsqlException("Injected.", new IOException("Connection reset.")) : Task.CompletedTask;
    }
}

using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Setup;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Releases;

/// <summary>Databases filled by earlier releases (<c>seed.sh</c>) are migrated to the current schema and keep their contents.</summary>
public sealed class UpgradeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EmptyDatabases]
    public async Task Release_0_1_0_is_upgraded_with_everything_it_stored(EmptyDatabase database)
    {
        await RestoreAsync(database, "0.1.0");

        await database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel);

        var contexts = database.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        await using var context = await contexts.CreateDbContextAsync(Cancel);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
        Assert.Equal(
            [new DateOnly(2026, 3, 4), new DateOnly(2026, 7, 1), new DateOnly(2026, 11, 29), new DateOnly(2026, 11, 30)],
            await context.Briefings.Select(briefing => briefing.Date).Order().ToListAsync(Cancel)
        );
        Assert.Equal(5, await context.Revisions.CountAsync(Cancel));
        var newest = await new BriefingQueries(contexts).NewestAsync("us-ai", null, Cancel);
        Assert.Equal(new DateOnly(2026, 11, 30), newest!.Date);
        Assert.Contains(await new FundingQueries(contexts).OfBriefingAsync(newest.Id, Cancel), round => round.Round.Company == "Mossbank");
    }

    [Theory, EmptyDatabases]
    public async Task What_release_0_1_0_posted_stays_posted_and_what_waited_still_waits(EmptyDatabase database)
    {
        await RestoreAsync(database, "0.1.0");

        await database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel);

        await using var context = await database
            .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
            .CreateDbContextAsync(Cancel);
        var posts = await context
            .Posts.AsNoTracking()
            .GroupBy(post => post.State)
            .Select(posts => new { State = posts.Key, Count = posts.Count() })
            .ToDictionaryAsync(posts => posts.State, posts => posts.Count, Cancel);
        Assert.Equal(new Dictionary<PostState, int> { [PostState.Sent] = 11, [PostState.Planned] = 3 }, posts);
        Assert.Equal(
            posts[PostState.Sent],
            await context.Posts.CountAsync(post => post.State == PostState.Sent && post.MessageId != null, Cancel)
        );
        Assert.Equal("all", (await context.Pauses.AsNoTracking().SingleAsync(Cancel)).Scope);
    }

    private static Task RestoreAsync(EmptyDatabase database, string release) =>
        ReleaseDump.RestoreAsync(
            database,
            Path.Combine(AppContext.BaseDirectory, "Releases", release) + Path.DirectorySeparatorChar,
            Cancel
        );
}

using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Saving;

public sealed class ArchiveVersionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_changes_when_a_briefing_is_saved_or_confirmed_by_any_process_and_not_otherwise(TestDatabase database)
    {
        var other = database.Open().GetRequiredService<BriefingArchive>();
        using var version = new ArchiveVersion(database.Contexts, TimeProvider.System);
        var seen = new List<long> { await KnownAsync(version, _ => true) };

        await SaveAsync(other, "港の荷役", held: false);
        seen.Add(await KnownAsync(version, number => number != seen[^1]));
        await SaveAsync(other, "港の荷役", held: false);
        await SaveAsync(other, "港の倉庫", held: true);
        seen.Add(await KnownAsync(version, number => number != seen[^1]));
        await database.Archive.ConfirmAsync(new("us-ai", new(2026, 1, 6)), deliver: true, Cancel);

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(seen[^1], await KnownAsync(version, _ => true));
    }

    [Theory, BothDatabases]
    public async Task Confirming_changes_it(TestDatabase database)
    {
        await SaveAsync(database.Archive, "港の荷役", held: true);
        using var version = new ArchiveVersion(database.Contexts, TimeProvider.System);
        var before = await KnownAsync(version, _ => true);

        Assert.Equal(ConfirmStatus.Confirmed, await database.Archive.ConfirmAsync(new("us-ai", new(2026, 1, 6)), deliver: true, Cancel));

        Assert.NotEqual(before, await KnownAsync(version, number => number != before));
    }

    [Fact]
    public async Task What_is_not_known_is_never_the_same_twice()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var broken = database.Open(options => options.AddInterceptors(new Refusing()));
        using var version = new ArchiveVersion(broken.GetRequiredService<IDbContextFactory<ArchiveContext>>(), TimeProvider.System);

        var numbers = Enumerable.Range(0, 100).Select(_ => version.Current).ToList();

        Assert.Equal(100, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.True(number < 0));
    }

    private static async Task<long> KnownAsync(ArchiveVersion version, Func<long, bool> wanted)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(Patience);
        while (true)
        {
            if (version.Current is >= 0 and var number && wanted(number))
            {
                return number;
            }

            await Task.Delay(20, deadline.Token);
        }
    }

    private static async Task SaveAsync(BriefingArchive archive, string headline, bool held)
    {
        var reading = new BriefingReader().Read(new FixtureBriefing { Date = new(2026, 1, 6), Headline = headline }.ToMarkdown());
        await archive.SaveAsync(
            new SaveRequest
            {
                Series = "us-ai",
                Date = new(2026, 1, 6),
                Reading = reading,
                Origin = "cli",
                IsHeld = held,
            },
            Cancel
        );
    }

    private sealed class Refusing : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            System.Data.Common.DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) => throw new IOException("no database");
    }
}

using Bot.Archive.Setup;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Bot.Delivery.Tests.Ledger;

public class LeaseStoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static NewerVersion Alone => new(SchemaGeneration.OfThisVersion, new SendSignal(), NullLogger<NewerVersion>.Instance);

    [Theory, BothDatabases]
    public async Task Each_taking_has_a_higher_epoch_and_the_former_holder_can_do_nothing(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);
        var first = (await leases.TakeAsync("slack:T1", "one", Minute, CancellationToken.None))!.Stamp;
        await leases.ReleaseAsync(first);
        var second = (await leases.TakeAsync("slack:T1", "two", Minute, CancellationToken.None))!.Stamp;

        Assert.Equal((1L, 2L), (first.Epoch, second.Epoch));
        Assert.False(await leases.RenewAsync(first, Minute));
        await leases.ReleaseAsync(first);
        Assert.True(await leases.RenewAsync(second, Minute));
    }

    [Theory, BothDatabases]
    public async Task A_lease_that_is_given_back_is_told_to_the_others_by_its_owner_and_one_that_was_taken_over_is_not(
        TestDatabase database
    )
    {
        Assert.SkipWhen(database.Provider == DatabaseProvider.Sqlite, "On SQLite there is no other process to tell.");
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);
        await using var hearing = new NpgsqlConnection(database.Options.EffectiveConnectionString());
        await hearing.OpenAsync(TestContext.Current.CancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {DueNotices.Channel}", hearing))
        {
            await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var heard = new List<string>();
        hearing.Notification += (_, notice) => heard.Add(notice.Payload);
        var first = (await leases.TakeAsync("slack:T1", "one", Minute, CancellationToken.None))!.Stamp;
        await leases.ReleaseAsync(first);
        var second = (await leases.TakeAsync("slack:T1", "two", Minute, CancellationToken.None))!.Stamp;
        await leases.ReleaseAsync(first);
        await leases.ReleaseAsync(second);
        while (heard.Count < 2)
        {
            await hearing.WaitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["one", "two"], heard);
    }

    [Theory, BothDatabases]
    public async Task Tokens_are_leased_apart(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);

        Assert.Equal(1, (await leases.TakeAsync("slack:T1", "one", Minute, CancellationToken.None))!.Stamp.Epoch);
        Assert.Equal(1, (await leases.TakeAsync("slack:T2", "two", Minute, CancellationToken.None))!.Stamp.Epoch);
    }

    [Theory, BothDatabases]
    public async Task On_postgresql_a_live_lease_is_not_taken_and_on_sqlite_the_former_holder_is_dead(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);
        await leases.TakeAsync("web", "one", Minute, CancellationToken.None);

        var taken = await leases.TakeAsync("web", "two", Minute, CancellationToken.None);

        Assert.Equal(database.Provider == DatabaseProvider.Sqlite ? 2 : null, taken?.Stamp.Epoch);
    }

    [Theory, BothDatabases]
    public async Task Many_leases_are_renewed_at_once_without_those_that_were_taken_over(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);
        var held = new List<LeaseStamp>();
        for (var number = 0; number < 50; number++)
        {
            held.Add((await leases.TakeAsync($"slack:T{number}", "one", Minute, CancellationToken.None))!.Stamp);
        }

        await leases.ReleaseAsync(held[7]);
        var taken = await leases.TakeAsync(held[7].Token, "two", Minute, CancellationToken.None);

        Assert.Equal(
            ("one", true),
            (
                database.Provider == DatabaseProvider.Sqlite ? "one" : taken!.Former,
                taken!.WasGivenBack || database.Provider == DatabaseProvider.Sqlite
            )
        );
        Assert.Equal(
            held.Where(stamp => stamp != held[7]).Select(stamp => stamp.Token).Order(),
            (await leases.RenewAsync(held, Minute)).Order()
        );
    }

    [Theory, BothDatabases]
    public async Task A_renewal_that_comes_after_the_giving_back_does_not_keep_others_waiting(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);
        var held = (await leases.TakeAsync("web", "one", Minute, CancellationToken.None))!.Stamp;
        await leases.ReleaseAsync(held);
        await leases.RenewAsync([held], Minute);

        Assert.NotNull(await leases.TakeAsync("web", "two", Minute, CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task Of_takers_that_race_for_a_free_lease_each_epoch_has_one(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => Task.Run(() => leases.TakeAsync("web", $"{number}", Minute, CancellationToken.None)))
        );

        var epochs = taken.OfType<TakenLease>().Select(lease => lease.Stamp.Epoch).ToList();
        Assert.Equal(epochs.Count, epochs.Distinct().Count());
        Assert.Equal(database.Provider == DatabaseProvider.Sqlite ? 20 : 1, epochs.Count);
    }

    [Theory, BothDatabases]
    public async Task A_clock_set_back_leaves_no_eternal_lease(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);
        var leases = new LeaseStore(database.Contexts, writer, Alone, database.Clock);
        await leases.TakeAsync("web", "one", Minute, CancellationToken.None);
        await using (var context = database.CreateContext())
        {
            var ahead = DateTimeOffset.UtcNow.AddHours(1);
            await context.Leases.ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.ExpiresAt, ahead),
                TestContext.Current.CancellationToken
            );
        }

        Assert.NotNull(await leases.TakeAsync("web", "two", Minute, CancellationToken.None));
    }
}

using Bot.Archive.Setup;
using Bot.Delivery.Ledger;
using Bot.Delivery.Sending;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Sending;

/// <summary>A version that cannot run beside an older one waits until the older one has handed over.</summary>
public sealed class UpgradeGateTests
{
    private static readonly SchemaGeneration Next = new(SchemaGeneration.OfThisVersion.Number + 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_process_hands_over_and_takes_nothing_more_once_the_newer_has_migrated()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var older = new Bench(database);
        await using var newer = new Bench(database, like: older, generation: Next);
        await older.Get<SenderShare>().EnterAsync(Cancel);
        var told = new List<string>();

        var entering = EnterAsync(newer, told);
        await older.UntilAsync(() => older.Get<NewerVersion>().Status == NewerVersionStatus.Waits, TimeSpan.FromSeconds(1));
        Assert.False(entering.IsCompleted);
        Assert.Null(await TakeAsync(older, "slack:T1"));
        Assert.Equal((0, 2), Shares(await older.Get<SenderShare>().DivideAsync(["slack:T2"], ["slack:T0", "slack:T1"], Cancel)));
        await older.Get<SenderShare>().EnterAsync(Cancel);
        await older.UntilAsync(() => entering.IsCompleted, TimeSpan.FromSeconds(1));
        await using (await entering)
        {
            await newer.Get<ArchiveMigrator>().MigrateAsync(Cancel);
        }

        Assert.Equal([older.Get<SenderProcess>().Owner], told);
        await older.Get<SenderShare>().EnterAsync(Cancel);
        Assert.Equal(NewerVersionStatus.HasMigrated, older.Get<NewerVersion>().Status);
        Assert.Null(await TakeAsync(older, "slack:T1"));
        Assert.NotNull(await TakeAsync(newer, "slack:T1"));
        // It is refused when it is started again, and a third process of the newer version has nothing to wait for.
        var refused = await Assert.ThrowsAsync<ArchiveException>(() => older.Get<ArchiveMigrator>().MigrateAsync(Cancel));
        Assert.Equal(ArchiveFault.NewerSchema, refused.Fault);
        await using var third = new Bench(database, like: older, generation: Next);
        Assert.Null(await EnterAsync(third, told));
    }

    [Fact]
    public async Task A_newer_process_that_dies_while_it_waits_is_forgotten_and_the_older_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var older = new Bench(database);
        await using var newer = new Bench(database, like: older, generation: Next);
        await older.Get<SenderShare>().EnterAsync(Cancel);
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var entering = newer.Get<UpgradeGate>().EnterAsync(_ => Task.CompletedTask, death.Token);
        await older.UntilAsync(() => older.Get<NewerVersion>().IsThere, TimeSpan.FromSeconds(1));

        await death.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entering);
        await older.Get<SenderShare>().EnterAsync(Cancel);

        Assert.False(older.Get<NewerVersion>().IsThere);
        Assert.NotNull(await TakeAsync(older, "slack:T1"));
    }

    [Fact]
    public async Task What_does_not_hand_over_is_named_when_patience_ends_and_nothing_is_changed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var older = new Bench(database);
        await using var newer = new Bench(database, like: older, generation: Next);
        await using var place = await TakeAsync(older, "slack:T1");
        var gate = Gate(newer, TimeSpan.Zero);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => gate.EnterAsync(_ => Task.CompletedTask, Cancel));

        Assert.Equal(ArchiveFault.OlderProcesses, refused.Fault);
        Assert.Contains(older.Get<SenderProcess>().Owner, refused.Text.Japanese, StringComparison.Ordinal);
        Assert.Contains(older.Get<SenderProcess>().Owner, refused.Text.English, StringComparison.Ordinal);
        await older.Get<LeaseStore>().LookForNewerAsync(Cancel);
        Assert.False(older.Get<NewerVersion>().IsThere);
    }

    [Fact]
    public async Task Of_one_generation_all_run_beside_each_other()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var one = new Bench(database);
        await using var other = new Bench(database, like: one);
        await one.Get<SenderShare>().EnterAsync(Cancel);

        Assert.Null(await EnterAsync(other, []));
        await other.Get<ArchiveMigrator>().MigrateAsync(Cancel);

        Assert.NotNull(await TakeAsync(one, "slack:T1"));
        Assert.NotNull(await TakeAsync(other, "slack:T2"));
    }

    [Fact]
    public async Task On_sqlite_there_is_nobody_to_wait_for()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var older = new Bench(database);
        await using var newer = new Bench(database, like: older, generation: Next);
        await TakeAsync(older, "slack:T1");

        Assert.Null(await EnterAsync(newer, []));
        Assert.Empty(await newer.Get<UpgradeGate>().OlderAsync(Cancel));
    }

    private static Task<IAsyncDisposable?> EnterAsync(Bench bench, List<string> told) =>
        bench
            .Get<UpgradeGate>()
            .EnterAsync(
                older =>
                {
                    told.AddRange(older);
                    return Task.CompletedTask;
                },
                Cancel
            );

    private static Task<TokenLease?> TakeAsync(Bench bench, string token) =>
        bench.Get<LeaseRenewals>().TakeAsync(token, bench.Get<SenderProcess>().Owner, Cancel);

    private static UpgradeGate Gate(Bench bench, TimeSpan patience) =>
        new(
            bench.Database.Options,
            bench.Get<ArchiveMigrator>(),
            bench.Get<LeaseStore>(),
            bench.Get<LeaseRenewals>(),
            bench.Get<SenderProcess>(),
            bench.Get<NewerVersion>(),
            new DeliveryOptions(),
            bench.Time
        )
        {
            Patience = patience,
        };

    private static (int Take, int Yield) Shares(TokenShare share) => (share.Take.Count, share.Yield);
}

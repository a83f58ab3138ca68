using Bot.Archive.Setup;
using Bot.Delivery.Ledger;
using Bot.Delivery.Sending;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Sending;

public class SenderShareTests
{
    private const int Tokens = 60;

    private static readonly IReadOnlyList<string> Due = [.. Enumerable.Range(1, Tokens).Select(number => $"slack:T{number}")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_sqlite_everything_is_the_share_of_the_one_process()
    {
        await using var bench = new Bench(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite));
        await bench.Get<SenderShare>().EnterAsync(Cancellation);

        var share = await bench.Get<SenderShare>().DivideAsync(Due, [Due[0]], Cancellation);

        Assert.Equal((Tokens - 1, 0), (share.Take.Count, share.Yield));
    }

    [Theory, BothDatabases]
    public async Task Tokens_with_work_are_spread_evenly_as_processes_come_and_go(TestDatabase database)
    {
        Assert.SkipWhen(database.Provider == DatabaseProvider.Sqlite, "On SQLite the file's lock lets one process in.");
        await using var first = new Bench(database);
        await using var second = new Bench(database, like: first);
        await using var third = new Bench(database, like: first);
        Process[] all = [new(first), new(second), new(third)];

        await SettleAsync(all[..1]);
        Assert.Equal([Tokens], Held(all[..1]));

        await SettleAsync(all[..2]);
        Assert.All(Held(all[..2]), held => Assert.InRange(held, 24, 36));

        await SettleAsync(all);
        Assert.All(Held(all), held => Assert.InRange(held, 16, 24));
        Assert.Equal(Tokens, all.SelectMany(process => process.Leases.Keys).Distinct().Count());

        await all[1].EndAsync();
        Process[] left = [all[0], all[2]];
        await SettleAsync(left);
        Assert.All(Held(left), held => Assert.InRange(held, 24, 36));
        Assert.Equal(Tokens, Held(left).Sum());
        foreach (var process in left)
        {
            await process.EndAsync();
        }
    }

    [Theory, BothDatabases]
    public async Task A_process_that_dies_leaves_its_share_to_the_others_once_its_leases_end(TestDatabase database)
    {
        Assert.SkipWhen(database.Provider == DatabaseProvider.Sqlite, "On SQLite the file's lock lets one process in.");
        await using var dead = new Bench(database);
        await using var alive = new Bench(database, like: dead);
        await SettleAsync([new(dead), new(alive)]);

        await alive.ReleaseAsync();
        var heir = new Process(alive);
        await SettleAsync([heir]);

        Assert.Equal(Tokens, heir.Leases.Count);
        await heir.EndAsync();
    }

    /// <summary>Each process asks in turn, as the service does every second, until nobody has anything to change.</summary>
    private static async Task SettleAsync(IReadOnlyList<Process> processes)
    {
        foreach (var process in processes)
        {
            await process.Share.EnterAsync(Cancellation);
        }

        for (var round = 0; round < 20; round++)
        {
            var changed = false;
            foreach (var process in processes)
            {
                changed |= await process.TurnAsync();
            }

            if (!changed)
            {
                return;
            }
        }

        Assert.Fail("The processes do not come to rest.");
    }

    private static IEnumerable<int> Held(IEnumerable<Process> processes) => processes.Select(process => process.Leases.Count);

    private sealed class Process(Bench bench)
    {
        public SenderShare Share { get; } = bench.Get<SenderShare>();

        public Dictionary<string, TokenLease> Leases { get; } = [];

        public async Task<bool> TurnAsync()
        {
            var share = await Share.DivideAsync(Due, Leases.Keys, Cancellation);
            foreach (var token in share.Take)
            {
                var lease = await bench.Get<LeaseRenewals>().TakeAsync(token, bench.Get<SenderProcess>().Owner, Cancellation);
                if (lease is not null)
                {
                    Leases.Add(token, lease);
                }
            }

            foreach (var token in Leases.Keys.Take(share.Yield).ToList())
            {
                await Leases[token].DisposeAsync();
                Leases.Remove(token);
            }

            return share.Take.Count + share.Yield > 0;
        }

        public async Task EndAsync()
        {
            foreach (var lease in Leases.Values)
            {
                await lease.DisposeAsync();
            }

            Leases.Clear();
            await Share.LeaveAsync();
        }
    }
}

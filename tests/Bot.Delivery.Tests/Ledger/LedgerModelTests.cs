using Bot.Testing;
using Bot.Testing.Databases;
using CsCheck;

namespace Bot.Delivery.Tests.Ledger;

/// <summary>
/// Random histories of a delivery: ingest, ticks, crashes at checkpoints, leases taken over by another process in the middle of a send,
/// every outcome, clock moves, revisions and operations. After each step the platform's log is compared with the ledger, and at the end,
/// once nothing goes wrong any more, nothing may be stuck. With BOT_EFFORT=full 20,000 of them.
/// </summary>
public class LedgerModelTests
{
    private static readonly int Sequences = Effort.Of(usual: 60, full: 20_000);

    /// <summary>Histories share a database for speed, each in its own workspace; a new one now and then keeps it small.</summary>
    private const int SequencesPerDatabase = 100;

    private static readonly Gen<(int Kind, int Seed)[]> Histories = Gen.Select(Gen.Int[0, 16], Gen.Int[0, int.MaxValue]).Array[1, 16];

    [Fact]
    public async Task Whatever_happens_nothing_is_lost_repeated_or_out_of_order()
    {
        var database = await TestDatabase.CreateAsync(Bot.Archive.Setup.DatabaseProvider.Sqlite);
        var number = 0;
        try
        {
            await Histories.SampleAsync(
                async history =>
                {
                    if (++number % SequencesPerDatabase == 0)
                    {
                        await database.DisposeAsync();
                        database = await TestDatabase.CreateAsync(Bot.Archive.Setup.DatabaseProvider.Sqlite);
                    }

                    await using var run = new ModelRun(database, $"W{number}");
                    await run.PlayAsync(history);
                },
                iter: Sequences,
                threads: 1,
                print: history => string.Join(' ', history)
            );
        }
        finally
        {
            await database.DisposeAsync();
        }
    }
}

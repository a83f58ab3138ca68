using Bot.Archive.Setup;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// Keeps a version that cannot run beside an older one from migrating while such processes work on a PostgreSQL database. It holds a lease
/// that says that it waits; they see it with their next renewal, end what they have begun, and give back theirs. On SQLite there is one
/// process.
/// </summary>
public sealed class UpgradeGate(
    ArchiveOptions archive,
    ArchiveMigrator migrator,
    LeaseStore leases,
    LeaseRenewals renewals,
    SenderProcess process,
    NewerVersion newer,
    DeliveryOptions options,
    TimeProvider time
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long older processes may take to hand over.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Processes that could not go on after this version's migration; empty: it may migrate.</summary>
    public async Task<IReadOnlyList<string>> OlderAsync(CancellationToken cancellationToken) =>
        await IsUpgradeAsync(cancellationToken) ? await leases.HoldersAsync(process.Owner, options.LeaseLength, cancellationToken) : [];

    /// <summary>Returns once no older process works on the database.</summary>
    /// <param name="waits">Called once if there is something to wait for, with the processes.</param>
    /// <returns>Keeps older processes away until it is disposed of: migrate before. Null: this version runs beside the others.</returns>
    /// <exception cref="ArchiveException"><see cref="ArchiveFault.OlderProcesses"/>: they are still there.</exception>
    public async Task<IAsyncDisposable?> EnterAsync(Func<IReadOnlyList<string>, Task> waits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waits);
        if (!await IsUpgradeAsync(cancellationToken))
        {
            return null;
        }

        // Before looking who is there: an older process takes nothing from here on.
        var place = await renewals.TakeAsync(
            $"{LeaseStore.UpgradePrefix}{newer.Generation}:{process.Owner}",
            process.Owner,
            cancellationToken
        );
        try
        {
            var since = time.GetTimestamp();
            for (var isTold = false; await OlderAsync(cancellationToken) is { Count: > 0 } older; isTold = true)
            {
                if (!isTold)
                {
                    await waits(older);
                }

                if (time.GetElapsedTime(since) >= Patience)
                {
                    throw ArchiveException.OlderProcesses(migrator.Name(), older);
                }

                await Task.Delay(Pause, time, cancellationToken);
            }

            return place;
        }
        catch
        {
            if (place is not null)
            {
                await place.DisposeAsync();
            }

            throw;
        }
    }

    private async Task<bool> IsUpgradeAsync(CancellationToken cancellationToken) =>
        archive.Provider == DatabaseProvider.PostgreSql && await migrator.GenerationAsync(cancellationToken) < newer.Generation;
}

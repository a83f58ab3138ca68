using Bot.Archive.Setup;
using Bot.Delivery.Waking;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Ledger;

/// <summary>
/// Whether a version beside which this process cannot work (<see cref="SchemaGeneration"/>) waits for the database, or has it already. Learnt
/// with each renewal of leases. Thread-safe.
/// </summary>
public sealed partial class NewerVersion(SchemaGeneration generation, SendSignal signal, ILogger<NewerVersion> logger)
{
    private int _status;

    /// <summary>Of this process.</summary>
    public int Generation => generation.Number;

    public NewerVersionStatus Status => (NewerVersionStatus)Volatile.Read(ref _status);

    /// <summary>This process takes no lease, and gives back what it holds.</summary>
    public bool IsThere => Status != NewerVersionStatus.None;

    internal void Saw(NewerVersionStatus status)
    {
        if (Interlocked.Exchange(ref _status, (int)status) == (int)status)
        {
            return;
        }

        switch (status)
        {
            case NewerVersionStatus.Waits:
                Log.Waits(logger);
                break;
            case NewerVersionStatus.HasMigrated:
                Log.HasMigrated(logger);
                break;
            default:
                Log.IsGone(logger);
                break;
        }

        signal.Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(
            3082,
            LogLevel.Warning,
            "A newer version waits for the database and cannot run beside this one: this process ends what it has begun and hands over"
        )]
        public static partial void Waits(ILogger logger);

        [LoggerMessage(
            3083,
            LogLevel.Warning,
            "A newer version has migrated the database: this process sends nothing more; stop it, or start the newer version in its place"
        )]
        public static partial void HasMigrated(ILogger logger);

        [LoggerMessage(3084, LogLevel.Information, "The newer version that waited has gone without migrating: this process goes on")]
        public static partial void IsGone(ILogger logger);
    }
}

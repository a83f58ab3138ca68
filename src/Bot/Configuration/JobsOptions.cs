namespace Bot.Configuration;

public enum JobsStorage
{
    /// <summary>Alarms live in this process; the ledger brings them back after a restart.</summary>
    InMemory,

    /// <summary>Several processes share the load, in the archive's database.</summary>
    PostgreSql,
}

/// <summary>Where Hangfire stores its alarms.</summary>
public sealed class JobsOptions
{
    public JobsStorage Storage { get; init; } = JobsStorage.InMemory;
}

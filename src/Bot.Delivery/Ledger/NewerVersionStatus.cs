namespace Bot.Delivery.Ledger;

/// <summary>What a process knows of versions beside which it cannot work.</summary>
public enum NewerVersionStatus
{
    None,

    /// <summary>One waits until this process, and all of its version, have given back their leases.</summary>
    Waits,

    /// <summary>One has migrated the database: this process takes nothing any more.</summary>
    HasMigrated,
}

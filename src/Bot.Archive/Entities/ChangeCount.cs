namespace Bot.Archive.Entities;

/// <summary>
/// A change counter, incremented in the transaction of the change, so that any process can see with one small read that
/// its copy is stale.
/// </summary>
public sealed class ChangeCount
{
    /// <summary>Changes to briefings: saved, confirmed, hidden.</summary>
    public const string Briefings = "briefings";

    /// <summary>Changes to installations and their tokens.</summary>
    public const string Installations = "installations";

    /// <summary>
    /// Changes to the schema beside which older versions cannot work (<see cref="Setup.SchemaGeneration"/>); written by the migrator on
    /// PostgreSQL, where other processes read it.
    /// </summary>
    public const string Schema = "schema";

    public required string Name { get; set; }

    public long Number { get; set; }
}

namespace Bot.Archive.Entities;

/// <summary>How often something was changed, raised in the transaction of the change, so that any process sees with one small read that its copy is old.</summary>
public sealed class ChangeCount
{
    /// <summary>What briefings say: saved, confirmed, hidden.</summary>
    public const string Briefings = "briefings";

    /// <summary>Where the bot is installed, and with which tokens.</summary>
    public const string Installations = "installations";

    public required string Name { get; set; }

    public long Number { get; set; }
}

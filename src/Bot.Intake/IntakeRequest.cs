namespace Bot.Intake;

/// <summary>A document that came in, whatever the way.</summary>
/// <param name="Name">What its sender calls it, for messages: a file name, an address, the token's name.</param>
/// <param name="Bytes">As they came. The reader judges size and encoding.</param>
/// <param name="Origin">Way in: one of <see cref="Origins"/>.</param>
public sealed record IntakeRequest(string Name, ReadOnlyMemory<byte> Bytes, string Origin)
{
    /// <summary>Key of the series; null: the first one.</summary>
    public string? Series { get; init; }

    /// <summary>Says what would happen; stores nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>False: stored without deliveries, to backfill old briefings.</summary>
    public bool Deliver { get; init; } = true;
}

/// <summary>The ways in, as the archive records them.</summary>
public static class Origins
{
    public const string CommandLine = "cli";
    public const string Api = "api";
    public const string Inbox = "inbox";
    public const string Feed = "feed";
    public const string Sample = "sample";
}

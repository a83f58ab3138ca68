namespace Bot.Intake;

/// <summary>A document that arrived, whichever way.</summary>
/// <param name="Name">Its sender's name for it, for messages: a file name, an address, the token's name.</param>
/// <param name="Bytes">As received. The reader checks size and encoding.</param>
/// <param name="Origin">Way in: one of <see cref="Origins"/>.</param>
public sealed record IntakeRequest(string Name, ReadOnlyMemory<byte> Bytes, string Origin)
{
    /// <summary>Key of the series; null: the first one.</summary>
    public string? Series { get; init; }

    /// <summary>Only reports what would happen; stores nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Name or path of its file, which may give date and edition if the text does not; null if there is none.</summary>
    public string? FileName { get; init; }

    /// <summary>The day it covers, overriding the document; null: the document's own.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Its edition, overriding the document; null: the document's own.</summary>
    public string? Edition { get; init; }

    /// <summary>The complete command line that delivers it although its day is old; null: its sender has none.</summary>
    public string? DeliverCommand { get; init; }

    /// <summary>
    /// True: delivered however old its day is. False: stored without deliveries, to backfill old briefings. Null: delivered unless its day
    /// is long past.
    /// </summary>
    public bool? Deliver { get; init; }
}

/// <summary>The ways in, as recorded in the archive.</summary>
public static class Origins
{
    public const string CommandLine = "cli";
    public const string Api = "api";
    public const string Inbox = "inbox";
    public const string Feed = "feed";
    public const string Sample = "sample";
}

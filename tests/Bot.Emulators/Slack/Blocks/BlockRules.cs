namespace Bot.Emulators.Slack.Blocks;

/// <summary>Limits that Slack does not publish, so that a test can move them.</summary>
public sealed class BlockRules
{
    /// <summary>
    /// Characters of all blocks of one message, containers counted as <see cref="ContainerCost"/> each
    /// (https://github.com/slackapi/bolt-js/issues/2509: between 11,000 and 13,000).
    /// </summary>
    public int Budget { get; set; } = 12_000;

    /// <summary>What a block or element counts beside its text: a divider alone lowers the limit.</summary>
    public int ContainerCost { get; set; } = 10;

    /// <summary>Tables, data tables: how many blocks of that family a message takes.</summary>
    public int TablesPerMessage { get; set; } = 1;

    /// <summary>Types that are refused as not yet known, as with blocks that are rolled out gradually.</summary>
    public HashSet<string> Unsupported { get; } = [];
}

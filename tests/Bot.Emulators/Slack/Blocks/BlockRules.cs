namespace Bot.Emulators.Slack.Blocks;

/// <summary>Limits that Slack does not publish, adjustable by tests.</summary>
public sealed class BlockRules
{
    /// <summary>
    /// Characters of all blocks in one message, with each container counted as <see cref="ContainerCost"/>
    /// (https://github.com/slackapi/bolt-js/issues/2509: between 11,000 and 13,000).
    /// </summary>
    public int Budget { get; set; } = 12_000;

    /// <summary>What a block or element counts besides its text: even a divider lowers the limit.</summary>
    public int ContainerCost { get; set; } = 10;

    /// <summary>Maximum number of tables and data tables in a message.</summary>
    public int TablesPerMessage { get; set; } = 1;

    /// <summary>Types that are refused as unknown, like blocks being rolled out gradually.</summary>
    public HashSet<string> Unsupported { get; } = [];
}

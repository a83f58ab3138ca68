namespace Bot.Slack.Api;

/// <summary>
/// What Slack accepts in one message. Characters are counted as UTF-16 units: Slack does not say which unit it uses, and no other likely
/// one counts more (except bytes, which nobody has measured).
/// </summary>
public static class SlackLimits
{
    /// <summary>https://docs.slack.dev/reference/block-kit/blocks</summary>
    public const int Blocks = 50;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/header-block</summary>
    public const int HeaderText = 150;

    /// <summary>
    /// A text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object. Also applied to rich text, for which no
    /// limit is documented.
    /// </summary>
    public const int Text = 3000;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/context-block</summary>
    public const int ContextElements = 10;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int ButtonText = 75;

    /// <summary>For a link button. https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int Url = 3000;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int ButtonValue = 2000;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/table-block</summary>
    public const int TableRows = 100;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/table-block</summary>
    public const int TableColumns = 20;

    /// <summary>With the header. https://docs.slack.dev/reference/block-kit/blocks/data-table-block</summary>
    public const int DataTableRows = 201;

    /// <summary>Rows of a data table that are shown at once; Slack's default is 5.</summary>
    public const int DataTablePage = 20;

    /// <summary>Per cell. Not documented by Slack but reported by others: the safe rule.</summary>
    public const int TableCell = 2000;

    /// <summary>
    /// The page allows 10,000 characters in all tables of a message together, but a second table has been refused, too: one is the safe
    /// rule.
    /// </summary>
    public const int Tables = 1;

    /// <summary>Title and axis names of a chart. https://docs.slack.dev/changelog/2026/06/16/block-kit-data-visualization-block</summary>
    public const int ChartTitle = 50;

    /// <summary>Names of series and points of a chart.</summary>
    public const int ChartLabel = 20;

    /// <summary>Points of a chart's series.</summary>
    public const int ChartPoints = 20;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block: indents 0 to 8.</summary>
    public const int ListIndent = 8;

    /// <summary>
    /// All blocks of a message together. Slack documents no limit but answers <c>msg_blocks_too_long</c> from about 12,000 characters,
    /// containers somehow included (https://github.com/slackapi/bolt-js/issues/2509): the safe rule.
    /// </summary>
    public const int BlockBudget = 9000;

    /// <summary>What a Block Kit object adds to <see cref="BlockBudget"/> besides its text and address.</summary>
    public const int ObjectCost = 20;

    /// <summary>
    /// Top-level <c>text</c>: 4,000 is recommended when posting and enforced when updating
    /// (https://docs.slack.dev/reference/methods/chat.update); lower here, because the unit is not known.
    /// </summary>
    public const int FallbackText = 3900;
}

namespace Bot.Slack.Api;

/// <summary>
/// What Slack accepts in one message. Characters are counted as UTF-16 units: Slack does not say which unit it counts,
/// and no other that is likely gives more (except bytes, which nobody has measured).
/// </summary>
public static class SlackLimits
{
    /// <summary>https://docs.slack.dev/reference/block-kit/blocks</summary>
    public const int Blocks = 50;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/header-block</summary>
    public const int HeaderText = 150;

    /// <summary>
    /// A text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object. Kept for rich text too, which names no
    /// limit.
    /// </summary>
    public const int Text = 3000;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/context-block</summary>
    public const int ContextElements = 10;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int ButtonText = 75;

    /// <summary>Of a button that is a link. https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int Url = 3000;

    /// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int ButtonValue = 2000;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/table-block</summary>
    public const int TableRows = 100;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/table-block</summary>
    public const int TableColumns = 20;

    /// <summary>Of one cell. Not Slack's word; reported by others: the safe rule.</summary>
    public const int TableCell = 2000;

    /// <summary>
    /// The page speaks of 10,000 characters over all tables of a message; a second table in a message has been refused, too: the safe rule
    /// is one.
    /// </summary>
    public const int Tables = 1;

    /// <summary>https://docs.slack.dev/reference/block-kit/blocks/rich-text-block: indents 0 to 8.</summary>
    public const int ListIndent = 8;

    /// <summary>
    /// All blocks of a message together. Slack documents no bound but answers <c>msg_blocks_too_long</c> from about
    /// 12,000 characters, containers counted somehow (https://github.com/slackapi/bolt-js/issues/2509): the safe rule.
    /// </summary>
    public const int BlockBudget = 9000;

    /// <summary>What an object of Block Kit counts in <see cref="BlockBudget"/> beside its text and address.</summary>
    public const int ObjectCost = 20;

    /// <summary>
    /// Top-level <c>text</c>: 4,000 are recommended when posting and enforced when updating
    /// (https://docs.slack.dev/reference/methods/chat.update); less, for the unit is not known.
    /// </summary>
    public const int FallbackText = 3900;
}

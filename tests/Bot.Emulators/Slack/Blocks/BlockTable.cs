namespace Bot.Emulators.Slack.Blocks;

/// <summary>Which blocks are allowed where.</summary>
internal static class BlockTable
{
    private static readonly Dictionary<string, Rule> Everywhere = new()
    {
        ["header"] = LayoutBlocks.Header(),
        ["section"] = LayoutBlocks.Section(),
        ["divider"] = LayoutBlocks.Divider(),
        ["context"] = LayoutBlocks.Context(),
        ["actions"] = LayoutBlocks.Actions(),
        ["image"] = LayoutBlocks.Image(),
        ["input"] = LayoutBlocks.Input(),
        ["rich_text"] = RichTextBlocks.Block(),
        ["video"] = LayoutBlocks.Video(),
        ["card"] = CardBlocks.Card(),
        ["container"] = CardBlocks.Container(),
    };

    private static readonly Dictionary<string, Rule> Shown = new()
    {
        ["table"] = TableBlocks.Table(),
        ["data_table"] = TableBlocks.DataTable(),
        ["carousel"] = CardBlocks.Carousel(),
    };

    private static readonly Dictionary<string, Rule> MessageOnly = new()
    {
        ["markdown"] = LayoutBlocks.Markdown(),
        ["data_visualization"] = ChartBlocks.Block(),
        ["context_actions"] = AgentBlocks.ContextActions(),
        ["task_card"] = AgentBlocks.TaskCard(),
        ["plan"] = AgentBlocks.Plan(),
    };

    public static Rule Message { get; } = Rules.Typed(Joined(Everywhere, Shown, MessageOnly));

    public static Rule Home { get; } = Rules.Typed(Joined(Everywhere, Shown));

    public static Rule Modal { get; } = Rules.Typed(Joined(Everywhere, new() { ["alert"] = LayoutBlocks.Alert() }));

    public static Rule For(Surface surface) =>
        surface switch
        {
            Surface.Modal => Modal,
            Surface.Home => Home,
            _ => Message,
        };

    private static Dictionary<string, Rule> Joined(params Dictionary<string, Rule>[] tables) =>
        tables.SelectMany(table => table).ToDictionary(pair => pair.Key, pair => pair.Value);
}

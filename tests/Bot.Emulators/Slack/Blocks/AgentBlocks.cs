namespace Bot.Emulators.Slack.Blocks;

/// <summary>context_actions, task_card and plan.</summary>
internal static class AgentBlocks
{
    private static readonly Rule Feedback = new Shape()
        .Needs("text", TextObjects.Plain(75))
        .Needs("value", Rules.Text(2000))
        .Takes("accessibility_label", Rules.Text(75));

    private static readonly Rule RichText = Rules.Typed(new Dictionary<string, Rule> { ["rich_text"] = RichTextBlocks.Inner() });

    public static Rule ContextActions() =>
        LayoutBlocks
            .Begin()
            .Needs(
                "elements",
                Rules.List(
                    5,
                    Rules.Typed(
                        new Dictionary<string, Rule>
                        {
                            ["feedback_buttons"] = new Shape()
                                .Takes("action_id", Rules.Text(255))
                                .Needs("positive_button", Feedback)
                                .Needs("negative_button", Feedback),
                            ["icon_button"] = new Shape()
                                .Takes("action_id", Rules.Text(255))
                                .Needs("icon", Rules.Text(255))
                                .Needs("text", TextObjects.Plain(75))
                                .Takes("value", Rules.Text(2000))
                                .Takes("visible_to_user_ids", Rules.Anything)
                                .Takes("confirm", TextObjects.Confirm())
                                .Takes("accessibility_label", Rules.Text(75)),
                        }
                    )
                )
            );

    public static Rule TaskCard(params string[] more) =>
        LayoutBlocks
            .Begin()
            .Needs("task_id", Rules.Text(255))
            .Needs("title", Rules.Text(255))
            .Takes("status", Rules.OneOf(["in_progress", "complete", "error", .. more]))
            .Takes("details", RichText)
            .Takes("output", RichText)
            .Takes(
                "sources",
                Rules.List(
                    100,
                    Rules.Typed(
                        new Dictionary<string, Rule> { ["url"] = new Shape().Needs("url", Rules.Address()).Needs("text", Rules.Text(255)) }
                    )
                )
            );

    public static Rule Plan() =>
        LayoutBlocks
            .Begin()
            .Needs("title", Rules.Text(255))
            .Takes("tasks", Rules.List(50, Rules.Typed(new Dictionary<string, Rule> { ["task_card"] = TaskCard("pending") })));
}

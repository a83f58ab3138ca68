namespace Bot.Emulators.Slack.Blocks;

/// <summary>Interactive elements (https://docs.slack.dev/reference/block-kit/block-elements).</summary>
internal static class Elements
{
    private static readonly Dictionary<string, Rule> Selects = new()
    {
        ["static_select"] = Select(isMany: false, isStatic: true),
        ["multi_static_select"] = Select(isMany: true, isStatic: true),
        ["external_select"] = Select(isMany: false, isStatic: false)
            .Takes("min_query_length", Rules.Number(0))
            .Takes("initial_option", Rules.Anything),
        ["multi_external_select"] = Select(isMany: true, isStatic: false)
            .Takes("min_query_length", Rules.Number(0))
            .Takes("initial_options", Rules.Anything),
        ["users_select"] = Select(isMany: false, isStatic: false).Takes("initial_user", Rules.Text(255)),
        ["multi_users_select"] = Select(isMany: true, isStatic: false).Takes("initial_users", Rules.Anything),
        ["conversations_select"] = Conversations(isMany: false),
        ["multi_conversations_select"] = Conversations(isMany: true),
        ["channels_select"] = Select(isMany: false, isStatic: false)
            .Takes("initial_channel", Rules.Text(255))
            .Takes("response_url_enabled", Rules.Flag),
        ["multi_channels_select"] = Select(isMany: true, isStatic: false).Takes("initial_channels", Rules.Anything),
    };

    private static readonly Dictionary<string, Rule> Pickers = new()
    {
        ["datepicker"] = Asking().Takes("initial_date", Rules.Text(10)),
        ["timepicker"] = Asking().Takes("initial_time", Rules.Text(5)).Takes("timezone", Rules.Text(255)),
        ["datetimepicker"] = Named().Takes("initial_date_time", Rules.Number()),
        ["radio_buttons"] = Named()
            .Needs("options", Rules.List(10, TextObjects.Option(isMarkdown: true)))
            .Takes("initial_option", Rules.Anything),
        ["checkboxes"] = Named()
            .Needs("options", Rules.List(10, TextObjects.Option(isMarkdown: true)))
            .Takes("initial_options", Rules.Anything),
    };

    private static readonly Dictionary<string, Rule> Buttons = new()
    {
        ["button"] = Button(),
        ["overflow"] = Named().Needs("options", Rules.List(5, TextObjects.Option())),
    };

    private static readonly Dictionary<string, Rule> Inputs = new()
    {
        ["plain_text_input"] = Asking()
            .Takes("initial_value", Rules.Text(3000, 0))
            .Takes("multiline", Rules.Flag)
            .Takes("min_length", Rules.Number(0, 3000))
            .Takes("max_length", Rules.Number(1, 3000))
            .Takes("dispatch_action_config", Rules.Anything),
        ["rich_text_input"] = Asking().Takes("initial_value", Rules.Anything).Takes("dispatch_action_config", Rules.Anything),
        ["number_input"] = Asking()
            .Needs("is_decimal_allowed", Rules.Flag)
            .Takes("initial_value", Rules.Text(255))
            .Takes("min_value", Rules.Text(255))
            .Takes("max_value", Rules.Text(255))
            .Takes("dispatch_action_config", Rules.Anything),
        ["email_text_input"] = Asking().Takes("initial_value", Rules.Text(255)).Takes("dispatch_action_config", Rules.Anything),
        ["url_text_input"] = Asking().Takes("initial_value", Rules.Text(3000)).Takes("dispatch_action_config", Rules.Anything),
        ["file_input"] = Named().Takes("filetypes", Rules.Anything).Takes("max_files", Rules.Number(1, 10)),
    };

    private static readonly Dictionary<string, Rule> ImageOnly = new() { ["image"] = Image() };

    public static Rule InActions { get; } = Rules.Typed(Joined(Buttons, Selects, Pickers));

    public static Rule InSection { get; } = Rules.Typed(Joined(Buttons, Selects, Pickers, ImageOnly));

    public static Rule InInput { get; } = Rules.Typed(Joined(Selects, Pickers, Inputs));

    public static Rule ButtonOnly { get; } = Rules.Typed(new Dictionary<string, Rule> { ["button"] = Button() });

    public static Shape Image() =>
        new Shape()
            .Takes("image_url", Rules.Address())
            .Takes("slack_file", TextObjects.SlackFile())
            .NeedsOne(exactly: true, "image_url", "slack_file")
            .Needs("alt_text", Rules.Text(2000));

    public static Shape Button() =>
        Named()
            .Needs("text", TextObjects.Plain(75))
            .Takes("value", Rules.Text(2000))
            .Takes("url", Rules.Address())
            .Takes("style", Rules.OneOf("primary", "danger"))
            .Takes("accessibility_label", Rules.Text(75));

    private static Shape Named() =>
        new Shape().Takes("action_id", Rules.Text(255)).Takes("confirm", TextObjects.Confirm()).Takes("focus_on_load", Rules.Flag);

    private static Shape Asking() => Named().Takes("placeholder", TextObjects.Plain(150));

    private static Shape Select(bool isMany, bool isStatic)
    {
        var shape = isMany ? Asking().Takes("max_selected_items", Rules.Number(1)) : Asking();
        return !isStatic
            ? shape
            : shape
                .Takes("options", Rules.List(100, TextObjects.Option()))
                .Takes("option_groups", Rules.List(100, TextObjects.OptionGroup()))
                .NeedsOne(exactly: true, "options", "option_groups")
                .Takes(isMany ? "initial_options" : "initial_option", Rules.Anything);
    }

    private static Shape Conversations(bool isMany) =>
        Select(isMany, isStatic: false)
            .Takes(isMany ? "initial_conversations" : "initial_conversation", Rules.Anything)
            .Takes("default_to_current_conversation", Rules.Flag)
            .Takes("response_url_enabled", Rules.Flag)
            .Takes("filter", Rules.Anything);

    private static Dictionary<string, Rule> Joined(params Dictionary<string, Rule>[] tables) =>
        tables.SelectMany(table => table).ToDictionary(pair => pair.Key, pair => pair.Value);
}

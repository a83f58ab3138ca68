namespace Bot.Emulators.Slack.Blocks;

/// <summary>Text and composition objects (https://docs.slack.dev/reference/block-kit/composition-objects).</summary>
internal static class TextObjects
{
    public static Rule Plain(int max) => Rules.Typed(new Dictionary<string, Rule> { ["plain_text"] = PlainShape(max) });

    public static Rule Mrkdwn(int max) => Rules.Typed(new Dictionary<string, Rule> { ["mrkdwn"] = MrkdwnShape(max) });

    public static Rule Either(int max) =>
        Rules.Typed(new Dictionary<string, Rule> { ["plain_text"] = PlainShape(max), ["mrkdwn"] = MrkdwnShape(max) });

    public static Shape PlainShape(int max) => new Shape().Needs("text", Rules.Text(max)).Takes("emoji", Rules.Flag);

    public static Shape MrkdwnShape(int max) => new Shape().Needs("text", Rules.Text(max)).Takes("verbatim", Rules.Flag);

    public static Rule Option(bool isMarkdown = false) =>
        new Shape()
            .Needs("text", isMarkdown ? Either(75) : Plain(75))
            .Needs("value", Rules.Text(150))
            .Takes("description", isMarkdown ? Either(75) : Plain(75))
            .Takes("url", Rules.Address());

    public static Rule OptionGroup() => new Shape().Needs("label", Plain(75)).Needs("options", Rules.List(100, Option()));

    public static Rule Confirm() =>
        new Shape()
            .Needs("title", Plain(100))
            .Needs("text", Either(300))
            .Needs("confirm", Plain(30))
            .Needs("deny", Plain(30))
            .Takes("style", Rules.OneOf("primary", "danger"));

    public static Rule SlackFile() =>
        new Shape().Takes("id", Rules.Text(255)).Takes("url", Rules.Address()).NeedsOne(exactly: true, "id", "url");
}

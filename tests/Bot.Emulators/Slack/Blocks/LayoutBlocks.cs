namespace Bot.Emulators.Slack.Blocks;

/// <summary>Blocks that lay out text, images and elements (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal static class LayoutBlocks
{
    public static Shape Begin() => new Shape().Takes("block_id", Rules.Text(255));

    public static Rule Header() => Begin().Needs("text", TextObjects.Plain(150)).Takes("level", Rules.Number(1, 4));

    public static Rule Section() =>
        Begin()
            .Takes("text", TextObjects.Either(3000))
            .Takes("fields", Rules.List(10, TextObjects.Either(2000)))
            .NeedsOne(exactly: false, "text", "fields")
            .Takes("accessory", Elements.InSection)
            .Takes("expand", Rules.Flag);

    public static Rule Divider() => Begin();

    public static Rule Context() =>
        Begin()
            .Needs(
                "elements",
                Rules.List(
                    10,
                    Rules.Typed(
                        new Dictionary<string, Rule>
                        {
                            ["image"] = Elements.Image(),
                            ["mrkdwn"] = TextObjects.MrkdwnShape(3000),
                            ["plain_text"] = TextObjects.PlainShape(3000),
                        }
                    )
                )
            );

    public static Rule Actions() => Begin().Needs("elements", Rules.List(25, Elements.InActions));

    public static Rule Image() =>
        Begin()
            .Takes("image_url", Rules.Address())
            .Takes("slack_file", TextObjects.SlackFile())
            .NeedsOne(exactly: true, "image_url", "slack_file")
            .Needs("alt_text", Rules.Text(2000))
            .Takes("title", TextObjects.Plain(2000));

    public static Rule Input() =>
        Begin()
            .Needs("label", TextObjects.Plain(2000))
            .Takes("hint", TextObjects.Plain(2000))
            .Needs("element", Elements.InInput)
            .Takes("optional", Rules.Flag)
            .Takes("dispatch_action", Rules.Flag);

    /// <summary>The limit of 12,000 applies to all markdown blocks together and is checked elsewhere.</summary>
    public static Rule Markdown() => Begin().Needs("text", Rules.Text(int.MaxValue - 1));

    public static Rule Video() =>
        Begin()
            .Needs("title", TextObjects.Plain(199))
            .Needs("video_url", Rules.Address())
            .Needs("thumbnail_url", Rules.Address())
            .Needs("alt_text", Rules.Text(2000))
            .Takes("title_url", Rules.Address())
            .Takes("author_name", Rules.Text(49))
            .Takes("description", TextObjects.Plain(200))
            .Takes("provider_name", Rules.Text(255))
            .Takes("provider_icon_url", Rules.Address());

    public static Rule Alert() =>
        Begin().Needs("text", TextObjects.Either(200)).Takes("level", Rules.OneOf("default", "info", "warning", "error", "success"));
}

namespace Bot.Emulators.Slack.Blocks;

/// <summary>card, carousel and container (https://docs.slack.dev/changelog/2026/04/16/block-kit-new-blocks).</summary>
internal static class CardBlocks
{
    private static readonly Rule Picture = Rules.Typed(new Dictionary<string, Rule> { ["image"] = Elements.Image() });

    private static readonly Rule SlackIcon = Rules.Typed(
        new Dictionary<string, Rule> { ["icon"] = new Shape().Needs("name", Rules.Text(255)) }
    );

    public static Rule Card() =>
        LayoutBlocks
            .Begin()
            .Takes("hero_image", Picture)
            .Takes("title", TextObjects.Either(150))
            .Takes("subtitle", TextObjects.Either(150))
            .Takes("body", TextObjects.Either(200))
            .Takes("subtext", TextObjects.Either(200))
            .Takes("icon", Picture)
            .Takes("slack_icon", SlackIcon)
            .Takes("actions", Rules.List(3, Elements.ButtonOnly))
            .NeedsOne(exactly: false, "hero_image", "title", "actions", "body");

    public static Rule Carousel() =>
        LayoutBlocks.Begin().Needs("elements", Rules.List(10, Rules.Typed(new Dictionary<string, Rule> { ["card"] = Card() })));

    public static Rule Container() =>
        LayoutBlocks
            .Begin()
            .Takes("title", TextObjects.Plain(150))
            .Takes("rich_text_title", Rules.Anything)
            .NeedsOne(exactly: true, "title", "rich_text_title")
            .Takes("subtitle", TextObjects.Plain(150))
            .Takes("width", Rules.OneOf("narrow", "standard", "wide", "full"))
            .Takes("icon", Rules.Anything)
            .Takes("is_collapsible", Rules.Flag)
            .Takes("default_collapsed", Rules.Flag)
            .Takes("has_header_divider", Rules.Flag)
            .Needs(
                "child_blocks",
                Rules.List(
                    10,
                    Rules.Typed(
                        new Dictionary<string, Rule>
                        {
                            ["actions"] = LayoutBlocks.Actions(),
                            ["context"] = LayoutBlocks.Context(),
                            ["divider"] = LayoutBlocks.Divider(),
                            ["header"] = LayoutBlocks.Header(),
                            ["image"] = LayoutBlocks.Image(),
                            ["input"] = LayoutBlocks.Input(),
                            ["rich_text"] = RichTextBlocks.Block(),
                            ["section"] = LayoutBlocks.Section(),
                            ["table"] = TableBlocks.Table(),
                            ["video"] = LayoutBlocks.Video(),
                        }
                    )
                )
            );
}

using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>The rich_text block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static class RichTextBlocks
{
    private const int MostElements = 1000;

    private static readonly Rule Style = new Shape()
        .Takes("bold", Rules.Flag)
        .Takes("italic", Rules.Flag)
        .Takes("strike", Rules.Flag)
        .Takes("code", Rules.Flag)
        .Takes("underline", Rules.Flag)
        .Takes("highlight", Rules.Flag)
        .Takes("client_highlight", Rules.Flag)
        .Takes("unlink", Rules.Flag);

    private static readonly Rule Leaf = Rules.Typed(
        new Dictionary<string, Rule>
        {
            ["text"] = Styled().Needs("text", Rules.Text(int.MaxValue - 1)),
            ["link"] = Styled().Needs("url", Rules.Address()).Takes("text", Rules.Text(int.MaxValue - 1)).Takes("unsafe", Rules.Flag),
            ["emoji"] = Styled().Needs("name", Rules.Text(255)).Takes("unicode", Rules.Text(255)).Takes("skin_tone", Rules.Number(1, 6)),
            ["user"] = Styled().Needs("user_id", Rules.Text(255)),
            ["usergroup"] = Styled().Needs("usergroup_id", Rules.Text(255)),
            ["channel"] = Styled().Needs("channel_id", Rules.Text(255)),
            ["team"] = Styled().Needs("team_id", Rules.Text(255)),
            ["broadcast"] = Styled().Needs("range", Rules.OneOf("here", "channel", "everyone")),
            ["color"] = Styled().Needs("value", Rules.Text(255)),
            ["date"] = Styled()
                .Needs("timestamp", Rules.Number())
                .Needs("format", Rules.Text(3000))
                .Takes("url", Rules.Address())
                .Takes("fallback", Rules.Text(3000)),
        }
    );

    private static readonly Rule Section = Leaves();

    public static Rule Block() => LayoutBlocks.Begin().Needs("elements", Rules.List(MostElements, Part, min: 1));

    /// <summary>For a cell or a detail, without an id.</summary>
    public static Shape Inner() => new Shape().Needs("elements", Rules.List(MostElements, Part, min: 1)).Takes("block_id", Rules.Text(255));

    private static Rule Part { get; } =
        Rules.Typed(
            new Dictionary<string, Rule>
            {
                ["rich_text_section"] = Section,
                ["rich_text_quote"] = Leaves().Takes("border", Rules.Number(0, 1)),
                ["rich_text_preformatted"] = new Shape()
                    .Needs("elements", Rules.List(MostElements, PreformattedLeaf))
                    .Takes("border", Rules.Number(0, 1))
                    .Takes("language", Rules.Text(255)),
                ["rich_text_list"] = new Shape()
                    .Needs("style", Rules.OneOf("bullet", "ordered"))
                    .Needs(
                        "elements",
                        Rules.List(MostElements, Rules.Typed(new Dictionary<string, Rule> { ["rich_text_section"] = Section }))
                    )
                    .Takes("indent", Rules.Number(0, 8))
                    .Takes("offset", Rules.Number(0))
                    .Takes("border", Rules.Number(0, 1)),
            }
        );

    private static Shape Leaves() => new Shape().Needs("elements", Rules.List(MostElements, Leaf, min: 0));

    private static Shape Styled() => new Shape().Takes("style", Style);

    /// <summary>Preformatted text allows only text and links.</summary>
    private static void PreformattedLeaf(JsonNode node, string pointer, Findings findings)
    {
        Leaf(node, pointer, findings);
        if (node is JsonObject json && json["type"]?.ToString() is not ("text" or "link"))
        {
            findings.Add(pointer + "/type", $"unsupported type: {json["type"]}");
        }
    }
}

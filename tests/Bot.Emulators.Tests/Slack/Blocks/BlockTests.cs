using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Blocks;

public sealed class BlockTests : TalkTests
{
    /// <summary>Wrong blocks, and what Slack says of each.</summary>
    public static TheoryData<string, string> Wrong =>
        new()
        {
            {
                """{"type":"header","text":{"type":"plain_text","text":"LONG151"}}""",
                "must be less than 151 characters [json-pointer:/blocks/0/text/text]"
            },
            { """{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]" },
            { """{"type":"section"}""", "missing required field: text or fields [json-pointer:/blocks/0]" },
            {
                """{"type":"section","text":{"type":"mrkdwn","text":"LONG3001"}}""",
                "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
            },
            {
                """{"type":"section","text":{"type":"mrkdwn","text":""}}""",
                "must be more than 0 characters [json-pointer:/blocks/0/text/text]"
            },
            { """{"type":"unheard_of"}""", "unsupported type: unheard_of [json-pointer:/blocks/0/type]" },
            { """{"type":"divider","colour":"red"}""", "invalid additional property: colour [json-pointer:/blocks/0]" },
            { """{"type":"alert","text":{"type":"plain_text","text":"x"}}""", "unsupported type: alert [json-pointer:/blocks/0/type]" },
            { """{"type":"actions","elements":[]}""", "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]" },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"LONG76"}}]}""",
                "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"
            },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"green"}]}""",
                "must be a valid enum value (primary, danger) [json-pointer:/blocks/0/elements/0/style]"
            },
            { """{"type":"image","image_url":"https://x.example/a.png"}""", "missing required field: alt_text [json-pointer:/blocks/0]" },
            {
                """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}""",
                "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]"
            },
            {
                """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"not a link"}]}]}""",
                "must be a valid url [json-pointer:/blocks/0/elements/0/elements/0/url]"
            },
            {
                """{"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","indent":9,"elements":[{"type":"rich_text_section","elements":[]}]}]}""",
                "must be a number from 0 to 8 [json-pointer:/blocks/0/elements/0/indent]"
            },
            {
                """{"type":"rich_text","elements":[{"type":"rich_text_preformatted","elements":[{"type":"emoji","name":"x"}]}]}""",
                "unsupported type: emoji [json-pointer:/blocks/0/elements/0/elements/0/type]"
            },
            {
                """{"type":"table","rows":[[{"type":"raw_text","text":""}]]}""",
                "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]"
            },
            { """{"type":"table","rows":[[null]]}""", "must provide an object [json-pointer:/blocks/0/rows/0/0]" },
            {
                """{"type":"table","rows":[[{"type":"raw_text","text":"x"}]],"column_settings":[{"align":""}]}""",
                "must be a valid enum value (left, center, right) [json-pointer:/blocks/0/column_settings/0/align]"
            },
            {
                """{"type":"table","rows":[[{"type":"raw_text","text":"LONG10001"}]]}""",
                "no more than 10000 characters allowed in all table blocks [json-pointer:/blocks]"
            },
            {
                """{"type":"data_table","caption":"x","rows":[[{"type":"raw_text","text":"x"}],[{"type":"raw_text","text":"x"},{"type":"raw_text","text":"x"}]]}""",
                "all rows must have the same number of cells [json-pointer:/blocks/0/rows]"
            },
            { """{"type":"card","title":"bare"}""", "must provide an object [json-pointer:/blocks/0/title]" },
            { """{"type":"card"}""", "missing required field: hero_image or title or actions or body [json-pointer:/blocks/0]" },
            {
                """{"type":"data_visualization","title":"x","chart":{"type":"bar","series":[{"name":"a","data":[{"label":"q","value":1}]}],"axis_config":{"categories":["q","r"]}}}""",
                "must have exactly one point for each category [json-pointer:/blocks/0/chart/series/0/data]"
            },
        };

    public static TheoryData<string> Right =>
        [
            """{"type":"header","text":{"type":"plain_text","text":"LONG150"},"level":2}""",
            """{"type":"section","text":{"type":"mrkdwn","text":"LONG3000","verbatim":true},"expand":true}""",
            """{"type":"context","elements":[{"type":"mrkdwn","text":"x"},{"type":"image","image_url":"https://x.example/a.png","alt_text":"x"}]}""",
            """{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"},"value":"v"},{"type":"static_select","action_id":"b","options":[{"text":{"type":"plain_text","text":"x"},"value":"v"}]}]}""",
            """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x","style":{"bold":true}},{"type":"link","url":"https://x.example","text":"x"}]},{"type":"rich_text_list","style":"ordered","indent":1,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]},{"type":"rich_text_quote","elements":[{"type":"text","text":"x"}]},{"type":"rich_text_preformatted","elements":[{"type":"text","text":"x"}]}]}""",
            """{"type":"table","rows":[[{"type":"raw_text","text":"x"},{"type":"raw_number","value":1},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]],"column_settings":[null,{"align":"right","is_wrapped":true}]}""",
            """{"type":"data_table","caption":"x","rows":[[{"type":"raw_text","text":"x"}],[{"type":"raw_number","value":1}]]}""",
            """{"type":"card","title":{"type":"plain_text","text":"x"},"actions":[{"type":"button","text":{"type":"plain_text","text":"x"}}]}""",
            """{"type":"data_visualization","title":"x","chart":{"type":"pie","segments":[{"label":"q","value":1}]}}""",
            """{"type":"container","title":{"type":"plain_text","text":"x"},"child_blocks":[{"type":"divider"}]}""",
            """{"type":"markdown","text":"# x"}""",
            """{"type":"image","image_url":"https://x.example/a.png","alt_text":"x"}""",
        ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_block_is_refused_with_its_place(string block, string problem)
    {
        var answer = await PostAsync($"[{Long(block)}]");

        Assert.Equal("invalid_blocks", (string?)answer["error"]);
        Assert.Contains(problem, answer["errors"]!.AsArray().Select(error => (string?)error));
        Assert.Contains("[ERROR] " + problem, answer["response_metadata"]!["messages"]!.AsArray().Select(error => (string?)error));
        Assert.Empty(Talk.Server.Messages(SlackServer.FirstChannel));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_right_block_is_accepted(string block)
    {
        var answer = await PostAsync($"[{Long(block)}]");

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
    }

    [Fact]
    public async Task Fifty_blocks_are_the_end()
    {
        Assert.True((bool)(await PostAsync(Many(50, _ => """{"type":"divider"}""")))["ok"]!);
        var answer = await PostAsync(Many(51, _ => """{"type":"divider"}"""));
        Assert.Equal("no more than 50 items allowed [json-pointer:/blocks]", (string?)answer["errors"]![0]);
    }

    [Fact]
    public async Task All_blocks_together_have_a_budget_that_counts_containers()
    {
        var sections = Many(4, _ => """{"type":"section","text":{"type":"mrkdwn","text":"LONG2950"}}""");

        Assert.True((bool)(await PostAsync(sections))["ok"]!);
        Assert.Equal(
            "msg_blocks_too_long",
            (string?)(await PostAsync(Many(4, _ => """{"type":"section","text":{"type":"mrkdwn","text":"LONG3000"}}""")))["error"]
        );
    }

    [Fact]
    public async Task Markdown_blocks_share_twelve_thousand_characters()
    {
        var answer = await PostAsync(Many(2, _ => """{"type":"markdown","text":"LONG6001"}"""));

        Assert.Equal("msg_too_long", (string?)answer["error"]);
    }

    [Fact]
    public async Task A_message_takes_one_table()
    {
        var answer = await PostAsync(Many(2, _ => """{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}"""));

        Assert.Equal("invalid_attachments", (string?)answer["error"]);
        Assert.Contains("only_one_table_allowed", answer["response_metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task A_block_id_stands_once() =>
        Assert.Contains(
            "already exists",
            (await PostAsync(Many(2, _ => """{"type":"divider","block_id":"same"}""")))["errors"]!.ToJsonString()
        );

    [Fact]
    public async Task Markdown_comes_back_translated_and_every_block_has_an_id()
    {
        await PostAsync("""[{"type":"markdown","text":"# Title\n\nText"}]""");

        var message = (await Talk.CallAsync("conversations.history", new { channel = SlackServer.FirstChannel }))["messages"]![0]!;

        Assert.Equal(["header", "rich_text"], message["blocks"]!.AsArray().Select(block => (string?)block!["type"]));
        Assert.All(message["blocks"]!.AsArray(), block => Assert.NotNull(block!["block_id"]));
    }

    [Fact]
    public async Task Blocks_that_are_no_list_have_a_wrong_format() =>
        Assert.Equal("invalid_blocks_format", (string?)(await PostAsync("""{"type":"divider"}"""))["error"]);

    [Fact]
    public async Task Validation_asks_for_no_token_and_names_pointers()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("blocks", """[{"type":"section"}]""")]);
        using var response = await Talk.SendAsync("blocks.validate", content, null);
        var answer = await Talk.BodyAsync(response);

        Assert.Equal("invalid_blocks", (string?)answer["error"]);
        Assert.Equal("/blocks/0", (string?)answer["errors"]![0]!["pointer"]);
    }

    private static string Many(int count, Func<int, string> block) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(block).Select(Long))}]";

    /// <summary>Puts a long text where a mark says how long.</summary>
    private static string Long(string block) =>
        System.Text.RegularExpressions.Regex.Replace(
            block,
            "LONG([0-9]+)",
            match => new string('あ', int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
        );

    private Task<JsonObject> PostAsync(string blocks) =>
        Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = SlackServer.FirstChannel,
                text = "fallback",
                blocks = JsonSerializer.Deserialize<JsonNode>(blocks),
            }
        );
}

using System.Net;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Tests.Discord;

public sealed class ComponentTests
{
    private static JsonObject Text(string content) => new() { ["type"] = 10, ["content"] = content };

    private static JsonObject Button(string id) =>
        new()
        {
            ["type"] = 2,
            ["style"] = 2,
            ["label"] = "詳細",
            ["custom_id"] = id,
        };

    private static JsonObject V2(params JsonNode[] components) => new() { ["flags"] = 32768, ["components"] = new JsonArray(components) };

    private static async Task<Said> PostAsync(Talk talk, JsonObject body) => await talk.SayAsync("POST", Talk.Channel + "/messages", body);

    [Fact]
    public async Task Components_are_numbered_in_reading_order()
    {
        await using var talk = await Talk.BeginAsync();
        var container = new JsonObject
        {
            ["type"] = 17,
            ["accent_color"] = 0xFFFFFF,
            ["unknown"] = "ignored",
            ["components"] = new JsonArray(Text("a"), Text("b")),
        };
        var said = await PostAsync(talk, V2(container, Text("c")));
        Assert.Equal(HttpStatusCode.OK, said.Status);
        var components = said.Body!["components"]!;
        Assert.Equal(
            [1, 2, 3, 4],
            new[] { components[0], components[0]!["components"]![0], components[0]!["components"]![1], components[1] }.Select(node =>
                (int)node!["id"]!
            )
        );
    }

    [Fact]
    public async Task Forty_components_are_the_most_however_deep()
    {
        await using var talk = await Talk.BeginAsync();
        JsonNode[] Many(int count) => [.. Enumerable.Range(0, count).Select(number => (JsonNode)Text($"{number}"))];
        Assert.Equal(
            HttpStatusCode.OK,
            (await PostAsync(talk, V2(new JsonObject { ["type"] = 17, ["components"] = new JsonArray(Many(39)) }))).Status
        );
        var said = await PostAsync(talk, V2(new JsonObject { ["type"] = 17, ["components"] = new JsonArray(Many(40)) }));
        Assert.Equal("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", said.ErrorAt("components"));
    }

    [Fact]
    public async Task All_text_together_is_four_thousand_characters()
    {
        await using var talk = await Talk.BeginAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(talk, V2(Text(new string('a', 3000)), Text(new string('b', 1000))))).Status);
        var said = await PostAsync(talk, V2(Text(new string('a', 3000)), Text(new string('b', 1001))));
        Assert.Equal("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", said.ErrorAt("components"));
    }

    [Fact]
    public async Task Japanese_text_breaks_the_server_before_that()
    {
        await using var talk = await Talk.BeginAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(talk, V2(Text(new string('あ', 3386))))).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync(talk, V2(Text(new string('あ', 3387))))).Status);
        talk.Server.Rules.FailsOnTextBytes = false;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(talk, V2(Text(new string('あ', 3387))))).Status);
    }

    [Fact]
    public async Task Content_and_embeds_do_not_go_with_components_alone()
    {
        await using var talk = await Talk.BeginAsync();
        var body = V2(Text("a"));
        body["content"] = "x";
        Assert.Equal("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", (await PostAsync(talk, body)).ErrorAt("content"));
        body["content"] = "";
        body["embeds"] = new JsonArray();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(talk, body)).Status);
    }

    [Fact]
    public async Task Text_displays_need_the_flag()
    {
        await using var talk = await Talk.BeginAsync();
        var body = V2(Text("a"));
        body.Remove("flags");
        Assert.Equal("UNION_TYPE_CHOICES", (await PostAsync(talk, body)).ErrorAt("components", "0", "type"));
    }

    [Fact]
    public async Task The_flag_stays_for_ever()
    {
        await using var talk = await Talk.BeginAsync();
        var id = (await PostAsync(talk, V2(Text("a")))).Id;
        var path = $"{Talk.Channel}/messages/{id}";
        Assert.Equal(
            HttpStatusCode.OK,
            (await talk.SayAsync("PATCH", path, new JsonObject { ["components"] = new JsonArray(Text("b")) })).Status
        );
        Assert.Equal(50035, (await talk.SayAsync("PATCH", path, new JsonObject { ["flags"] = 0 })).Code);
        Assert.Equal(50035, (await talk.SayAsync("PATCH", path, new JsonObject { ["content"] = "x" })).Code);
    }

    [Fact]
    public async Task A_custom_id_is_there_once()
    {
        await using var talk = await Talk.BeginAsync();
        JsonObject Row(params JsonNode[] buttons) => new() { ["type"] = 1, ["components"] = new JsonArray(buttons) };
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(talk, V2(Row(Button("a"), Button("b"))))).Status);
        Assert.Equal(
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            (await PostAsync(talk, V2(Row(Button("a")), Row(Button("a"))))).ErrorAt("components", "1", "components", "0", "custom_id")
        );
        Assert.Equal(
            "BASE_TYPE_BAD_LENGTH",
            (await PostAsync(talk, V2(Row(Button(new string('x', 101)))))).ErrorAt("components", "0", "components", "0", "custom_id")
        );
    }

    [Theory]
    [InlineData("""{"type":1,"components":[]}""", "components", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":9,"components":[{"type":10,"content":"a"}]}""", "accessory", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":10,"content":""}""", "content", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":14,"spacing":3}""", "spacing", "BASE_TYPE_CHOICES")]
    [InlineData("""{"type":17,"accent_color":16777216,"components":[{"type":10,"content":"a"}]}""", "accent_color", "NUMBER_TYPE_MAX")]
    [InlineData("""{"type":12,"items":[]}""", "items", "BASE_TYPE_BAD_LENGTH")]
    public async Task What_a_component_lacks_is_named(string component, string member, string code)
    {
        await using var talk = await Talk.BeginAsync();
        Assert.Equal(code, (await PostAsync(talk, V2(JsonNode.Parse(component)!))).ErrorAt("components", "0", member));
    }

    [Fact]
    public async Task Six_thousand_characters_are_the_most_over_all_embeds()
    {
        await using var talk = await Talk.BeginAsync();
        var embed = new JsonObject { ["description"] = new string('a', 3001) };
        var said = await PostAsync(talk, new JsonObject { ["embeds"] = new JsonArray(embed, embed.DeepClone()) });
        Assert.Equal("MAX_EMBED_SIZE_EXCEEDED", said.ErrorAt("embeds"));
    }
}

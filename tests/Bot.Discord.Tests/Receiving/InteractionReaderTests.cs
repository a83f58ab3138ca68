using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord.Receiving;
using CsCheck;

namespace Bot.Discord.Tests.Receiving;

public class InteractionReaderTests
{
    [Fact]
    public void A_command_is_read_with_who_asks_and_from_where()
    {
        var read = Read(Samples.Command("funding", ("company", "xAI")))!;

        Assert.Equal(InteractionType.ApplicationCommand, read.Type);
        Assert.Equal(("funding", "xAI"), (read.Name, read.Options[0].Value));
        Assert.Equal((Samples.Guild, Samples.Channel, Samples.User, "花子"), (read.GuildId, read.ChannelId, read.UserId, read.UserName));
        Assert.Equal(("ja", 309237763072UL), (read.Locale, read.Permissions));
    }

    [Fact]
    public void A_button_is_read_with_its_code() =>
        Assert.Equal("1a|funding|us-ai|20260106|xai", Read(Samples.Button("1a|funding|us-ai|20260106|xai"))!.CustomId);

    [Fact]
    public void A_ping_needs_nothing_but_its_type() => Assert.Equal(InteractionType.Ping, Read("""{"type":1}""")!.Type);

    [Fact]
    public void E12_What_is_unknown_is_skipped_and_what_is_of_another_type_is_missing()
    {
        var read = Read(
            """
            {"new":{"deep":[1,{"x":null}]},"type":2,"id":"1456000000000000101","token":7,"guild_id":null,"channel_id":{"id":1},"member":[],"user":{"id":"5","username":"u"},
             "locale":["ja"],"data":{"name":"funding","options":[7,{"name":"company","type":3,"value":1.50},{"name":"flag","value":true},{"name":"odd","value":{"a":1}}],"more":[[]]}}
            """
        )!;

        Assert.Equal(("", "", "", ""), (read.Token, read.GuildId, read.ChannelId, read.Locale));
        Assert.Equal(["1.50", "true", ""], read.Options.Select(option => option.Value));
        Assert.Equal("u", read.UserName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":2}""")]
    [InlineData("""{"type":2,"id":"../../users/@me","token":"t"}""")]
    [InlineData("""{"type":2,"id":"145","token":"\ud800"}""")]
    [InlineData("""{"id":"1456000000000000101","token":"t"}""")]
    public void What_nobody_could_answer_is_no_interaction(string json) => Assert.Null(Read(json));

    [Fact]
    public void E4_A_depth_bomb_is_no_interaction() =>
        Assert.Null(
            Read("""{"type":2,"id":"1456000000000000101","token":"t","x":""" + new string('[', 5000) + new string(']', 5000) + "}")
        );

    [Fact]
    public void Fuzz_no_bytes_make_the_reader_throw()
    {
        var sample = Encoding.UTF8.GetBytes(Samples.Command("funding", ("company", "xAI")));
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte)
            .Array[0, 8]
            .Sample(changes =>
            {
                var changed = sample.ToArray();
                foreach (var (at, value) in changes)
                {
                    changed[at] = value;
                }

                _ = InteractionReader.TryRead(changed);
                _ = InteractionReader.TryRead(changed.AsSpan(0, changes.Length == 0 ? 0 : changes[0].Item1));
            });
        Gen.Byte.Array[0, 200]
            .Sample(bytes =>
            {
                _ = InteractionReader.TryRead(bytes);
            });
    }

    [Fact]
    public void Fuzz_values_of_any_type_anywhere_are_read_or_left()
    {
        var values = new[]
        {
            "null",
            "true",
            "7",
            "-1e400",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[{\"name\":1}]",
            "{\"name\":{}}",
            "99999999999999999999",
        };
        var paths = new[]
        {
            "type",
            "id",
            "token",
            "guild_id",
            "channel_id",
            "member",
            "member.user",
            "member.permissions",
            "member.nick",
            "locale",
            "data",
            "data.name",
            "data.options",
            "data.options.0",
            "data.options.0.value",
            "data.options.0.options",
        };
        Gen.Select(Gen.OneOf(paths), Gen.OneOf(values))
            .Array[1, 4]
            .Sample(changes =>
            {
                var node = JsonNode.Parse(Samples.Command("funding", ("company", "xAI")))!;
                foreach (var (path, value) in changes)
                {
                    Set(node, path.Split('.'), value);
                }

                _ = Read(node.ToJsonString().Replace("\"!raw-1e400\"", "-1e400", StringComparison.Ordinal));
            });
    }

    private static void Set(JsonNode node, string[] path, string value)
    {
        JsonNode? at = node;
        foreach (var step in path[..^1])
        {
            at = at switch
            {
                JsonObject o => o[step],
                JsonArray { Count: > 0 } a => a[0],
                _ => null,
            };
        }

        var parsed = value == "-1e400" ? JsonValue.Create("!raw-1e400") : JsonNode.Parse(value);
        switch (at)
        {
            case JsonObject inner:
                inner[path[^1]] = parsed;
                break;
            case JsonArray { Count: > 0 } array:
                array[0] = parsed;
                break;
        }
    }

    private static Interaction? Read(string json) => InteractionReader.TryRead(Encoding.UTF8.GetBytes(json));
}

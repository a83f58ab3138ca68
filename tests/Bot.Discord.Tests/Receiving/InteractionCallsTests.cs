using System.Text;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Discord.Receiving;

namespace Bot.Discord.Tests.Receiving;

public class InteractionCallsTests
{
    private static readonly CommandCatalogue Catalogue = new([
        new Command("sources", Text("s"), [Argument("number"), Argument("day")], "sources", new Unused()),
        new Command(
            "briefing",
            Text("b"),
            [
                new Subcommand(
                    "subscribe",
                    Text("s"),
                    [Argument("channel"), Argument("time"), Argument("name") with { IsNamed = true }],
                    "",
                    new Unused()
                ),
            ]
        ),
    ]);

    [Fact]
    public void Arguments_stand_in_the_catalogues_order_whatever_order_they_come_in() =>
        Assert.Equal("8 2026-01-06", Call(Samples.Command("sources", ("day", "2026-01-06"), ("number", " 8 "))).Text);

    [Fact]
    public void A_subcommand_is_the_first_word() =>
        Assert.Equal("subscribe <#5> 8:00", Call(Samples.Subcommand("briefing", "subscribe", ("time", "8:00"), ("channel", "<#5>"))).Text);

    [Fact]
    public void An_argument_that_nothing_tells_from_the_others_keeps_its_name() =>
        Assert.Equal(
            "subscribe <#5> name:夕刊",
            Call(Samples.Subcommand("briefing", "subscribe", ("name", "夕刊"), ("channel", "<#5>"))).Text
        );

    [Fact]
    public void A_command_that_the_catalogue_does_not_have_keeps_its_words() =>
        Assert.Equal(
            ("weather", "tokyo"),
            Call(Samples.Command("weather", ("where", "tokyo"))) is var call ? (call.Name, call.Text) : default
        );

    [Fact]
    public void Who_asks_and_from_where_goes_along()
    {
        var call = Call(Samples.Command("sources"));

        Assert.Equal(
            (PlatformId.Discord, Samples.Guild, Samples.Channel, Samples.User, "花子", Locale.Japanese, false),
            (call.Platform, call.Workspace, call.Channel, call.User, call.UserName, call.Locale, call.IsAdmin)
        );
    }

    [Theory]
    [InlineData("8", true)]
    [InlineData("32", true)]
    [InlineData("309237763104", true)]
    [InlineData("309237763072", false)]
    [InlineData("", false)]
    [InlineData("-1", false)]
    [InlineData("99999999999999999999999", false)]
    public void Managing_the_server_makes_an_admin(string permissions, bool admin)
    {
        var node = Samples.Of(2, System.Text.Json.Nodes.JsonNode.Parse("""{"name":"sources"}"""));
        node["member"]!["permissions"] = permissions;

        Assert.Equal(admin, Call(node.ToJsonString()).IsAdmin);
    }

    [Fact]
    public void E13_A_call_from_no_server_is_not_the_operators_own_and_administers_nothing()
    {
        var node = Samples.Of(2, System.Text.Json.Nodes.JsonNode.Parse("""{"name":"sources"}"""));
        node.Remove("guild_id");
        node["member"]!["permissions"] = "8";

        var call = Call(node.ToJsonString());

        Assert.NotEqual("", call.Workspace);
        Assert.False(call.IsAdmin);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("fr")]
    [InlineData("")]
    public void Who_does_not_read_Japanese_is_answered_in_English(string locale)
    {
        var node = Samples.Of(2, System.Text.Json.Nodes.JsonNode.Parse("""{"name":"sources"}"""));
        node["locale"] = locale;

        Assert.Equal(Locale.English, Call(node.ToJsonString()).Locale);
    }

    [Fact]
    public void A_button_says_all_that_is_needed()
    {
        var (call, action) = InteractionCalls.OfButton(Read(Samples.Button("1s|funding|us-ai|20260106|xai")))!.Value;

        Assert.Equal(
            ("funding", "xai", "us-ai", new DateOnly(2026, 1, 6), ButtonAction.Share),
            (call.Name, call.Text, call.Series, call.Date!.Value, action)
        );
    }

    [Theory]
    [InlineData("sec:3")]
    [InlineData("")]
    [InlineData("9a|funding|us-ai||xai")]
    [InlineData("1a|funding|us-ai|20269999|xai")]
    public void A_button_of_another_bot_or_version_is_none(string code) =>
        Assert.Null(InteractionCalls.OfButton(Read(Samples.Button(code))));

    private static CommandCall Call(string json) => InteractionCalls.OfCommand(Read(json), Catalogue);

    private static Interaction Read(string json) => InteractionReader.TryRead(Encoding.UTF8.GetBytes(json))!;

    private static LocalizedText Text(string text) => new(text, text);

    private static CommandArgument Argument(string name) => new(name, Text(name), []);

    private sealed class Unused : ICommandHandler
    {
        public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

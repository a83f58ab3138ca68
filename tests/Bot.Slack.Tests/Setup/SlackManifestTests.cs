using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Slack.Setup;
using Bot.Slack.Tests.Receiving;

namespace Bot.Slack.Tests.Setup;

public sealed class SlackManifestTests
{
    private static readonly Uri Host = new("https://bot.example.org");

    [Fact]
    public void Over_http_every_address_is_named()
    {
        var manifest = Create(Host);
        Assert.Equal("https://bot.example.org/slack/events", (string?)manifest["settings"]!["event_subscriptions"]!["request_url"]);
        Assert.Equal("https://bot.example.org/slack/interactions", (string?)manifest["settings"]!["interactivity"]!["request_url"]);
        Assert.All(
            manifest["features"]!["slash_commands"]!.AsArray(),
            command => Assert.Equal("https://bot.example.org/slack/commands", (string?)command!["url"])
        );
        Assert.False((bool)manifest["settings"]!["socket_mode_enabled"]!);
    }

    [Fact]
    public void Over_Socket_Mode_none_is()
    {
        var manifest = Create(null);
        Assert.DoesNotContain("url", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.True((bool)manifest["settings"]!["socket_mode_enabled"]!);
    }

    [Fact]
    public void It_asks_for_the_scopes_that_have_a_reason_and_for_every_command()
    {
        var manifest = Create(null);
        Assert.Equal(
            SlackScope.Bot.Select(scope => scope.Name),
            manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => (string)scope!)
        );
        Assert.All(SlackScope.Bot, scope => Assert.True(scope.Reason.Japanese.Length > 0 && scope.Reason.English.Length > 0));
        Assert.Equal(
            ["/funding", "/watch", "/briefing", "/help"],
            manifest["features"]!["slash_commands"]!.AsArray().Select(command => (string?)command!["command"])
        );
    }

    [Fact]
    public void What_stands_alone_and_what_begins_its_name_are_configuration()
    {
        var catalogue = new CommandCatalogue(new AskedCommands().Catalogue.All, new TypedCommands(["watch"], "ai-"));
        var commands = JsonNode.Parse(SlackManifest.Create(catalogue, Locale.English, null))!["features"]!["slash_commands"]!.AsArray();

        Assert.Equal(["/ai-watch", "/ai-briefing"], commands.Select(command => (string?)command!["command"]));
        Assert.Contains("funding", (string?)commands[1]!["usage_hint"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_platform_would_refuse_is_refused_here()
    {
        var name = new Command(new string('x', 32), new LocalizedText("x", "x"), [], "", new AskedCommands());
        Assert.Contains(
            "32 characters",
            Assert.Throws<ArgumentException>(() => SlackManifest.Create(new CommandCatalogue([name]), Locale.English, null)).Message,
            StringComparison.Ordinal
        );
        var many = Enumerable.Range(0, 51).Select(i => name with { Name = $"c{i}" });
        Assert.Contains(
            "at most 50",
            Assert.Throws<ArgumentException>(() => SlackManifest.Create(new CommandCatalogue(many), Locale.English, null)).Message,
            StringComparison.Ordinal
        );
    }

    private static JsonObject Create(Uri? address) =>
        JsonNode.Parse(SlackManifest.Create(new AskedCommands().Catalogue, Locale.Japanese, address))!.AsObject();
}

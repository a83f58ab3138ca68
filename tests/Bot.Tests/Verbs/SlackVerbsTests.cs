using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Verbs;

public sealed class SlackVerbsTests : IDisposable
{
    private readonly Bench _bench = new() { Language = Locale.Japanese };

    [Fact]
    public async Task The_manifest_in_the_deploy_folder_is_the_one_that_the_bot_prints()
    {
        var printed = await _bench.RunAsync("slack", "manifest");
        Assert.Equal((0, ""), (printed.Code, printed.Error));

        // To renew it: dotnet run --project src/Bot -- slack manifest --locale ja > deploy/slack-manifest.json
        Assert.Equal(
            await File.ReadAllTextAsync(
                Path.Combine(SourceTree.Root, "deploy", "slack-manifest.json"),
                TestContext.Current.CancellationToken
            ),
            printed.Output
        );
    }

    [Fact]
    public async Task With_an_address_it_is_the_form_for_http_in_the_language_asked_for()
    {
        var printed = await _bench.RunAsync("slack", "manifest", "--url", "https://bot.example.org", "--locale", "en");
        var manifest = JsonNode.Parse(printed.Output)!;
        Assert.Equal("https://bot.example.org/slack/events", (string?)manifest["settings"]!["event_subscriptions"]!["request_url"]);
        Assert.Equal("Briefing", (string?)manifest["display_information"]!["name"]);
        var commands = manifest["features"]!["slash_commands"]!.AsArray().Select(command => (string?)command!["command"]);
        Assert.Contains("/funding", commands);
        Assert.Contains("/help", commands);
    }

    [Theory]
    [InlineData("http://bot.example.org")]
    [InlineData("https://bot.example.org/slack")]
    [InlineData("bot.example.org")]
    public async Task An_address_that_the_platform_could_not_call_is_wrong_usage(string url)
    {
        var printed = await _bench.RunAsync("slack", "manifest", "--url", url);
        Assert.Equal(2, printed.Code);
        Assert.Empty(printed.Output);
    }

    public void Dispose() => _bench.Dispose();
}

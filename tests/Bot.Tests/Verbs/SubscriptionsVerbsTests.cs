using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class SubscriptionsVerbsTests : IDisposable
{
    private const string Startups = """
        {"subscriptions":[{"series":"us-ai","platform":"web","workspace":"local","channel":"briefings","sections":["startups"],"language":"en"}]}
        """;

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_web_channel_is_subscribed_from_the_start_and_can_be_listed()
    {
        var outcome = await _bench.RunAsync("subscriptions", "list");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Equal("us-ai → web:local/briefings\tall\tja\ton arrival\ton arrival", outcome.Output.Trim());
    }

    [Fact]
    public async Task The_list_says_when_the_next_one_comes_with_its_zone()
    {
        _bench.Write(
            "s.json",
            """
            {"subscriptions": [{"series": "us-ai", "platform": "web", "workspace": "local", "channel": "briefings",
              "schedule": {"at": "08:00", "zone": "Asia/Kathmandu", "weekdays": ["mon"]}}]}
            """
        );
        await _bench.RunAsync("subscriptions", "apply", "s.json");

        var outcome = await _bench.RunAsync("subscriptions", "list");

        Assert.Matches(@"\tall\tja\t08:00 Asia/Kathmandu mon\t\d{4}-\d\d-\d\d 08:00 Asia/Kathmandu$", outcome.Output.Trim());
    }

    [Fact]
    public async Task A_file_is_applied_once_and_changes_nothing_the_second_time()
    {
        _bench.Write("s.json", Startups);

        var dry = await _bench.RunAsync("subscriptions", "apply", "s.json", "--dry-run");
        var first = await _bench.RunAsync("subscriptions", "apply", "s.json");
        var second = await _bench.RunAsync("subscriptions", "apply", "s.json");

        Assert.Contains("sections: all → startups", dry.Output, StringComparison.Ordinal);
        Assert.Equal(dry.Output, first.Output);
        Assert.Empty(second.Output);
    }

    [Fact]
    public async Task What_is_exported_can_be_applied_and_a_pruned_one_does_not_come_back()
    {
        _bench.Write("s.json", """{"subscriptions":[]}""");
        await _bench.RunAsync("subscriptions", "apply", "s.json", "--prune");

        Assert.Empty((await _bench.RunAsync("subscriptions", "list")).Output);
        _bench.Write("export.json", (await _bench.RunAsync("subscriptions", "export")).Output);
        Assert.Equal(ExitCode.Done, (await _bench.RunAsync("subscriptions", "apply", "export.json", "--prune")).Code);
    }

    [Theory]
    [InlineData("""{"subscriptions":[{"series":"eu-ai","platform":"web","workspace":"local","channel":"briefings"}]}""", "eu-ai")]
    [InlineData("""{"subscriptions":[{"series":"us-ai","platform":"telegraph","workspace":"local","channel":"briefings"}]}""", "telegraph")]
    [InlineData(
        """{"subscriptions":[{"series":"us-ai","platform":"web","workspace":"local","channel":"briefings","sections":["gossip"]}]}""",
        "gossip"
    )]
    [InlineData(
        """{"subscriptions":[{"series":"us-ai","platform":"web","workspace":"local","channel":"briefings","colour":"red"}]}""",
        "colour"
    )]
    [InlineData("not json", "JSON")]
    public async Task What_is_unknown_names_itself_and_changes_nothing(string file, string named)
    {
        _bench.Write("s.json", file);

        var outcome = await _bench.RunAsync("subscriptions", "apply", "s.json", "--prune");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings\tall", (await _bench.RunAsync("subscriptions", "list")).Output, StringComparison.Ordinal);
    }
}

using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

public sealed class SlackPermalinksTests
{
    [Fact]
    public async Task Slack_is_asked_once_a_channel_and_the_other_addresses_are_built_like_it()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        var second = await bench.RootAsync();

        var first = await SlackBench.WithinAsync(token => bench.Permalinks.OfRootAsync(SlackBench.Channel, root, token).AsTask());
        var other = await SlackBench.WithinAsync(token => bench.Permalinks.OfRootAsync(SlackBench.Channel, second, token).AsTask());

        Assert.EndsWith(
            $".slack.com/archives/{SlackServer.FirstChannel}/p{root.Replace(".", "", StringComparison.Ordinal)}",
            first!.AbsoluteUri,
            StringComparison.Ordinal
        );
        Assert.Equal(first.AbsoluteUri[..^16], other!.AbsoluteUri[..^16]);
        Assert.EndsWith(second.Replace(".", "", StringComparison.Ordinal), other.AbsoluteUri, StringComparison.Ordinal);
        Assert.Single(bench.Server.Log.All, entry => entry.Method == "chat.getPermalink");
    }

    [Fact]
    public async Task What_Slack_does_not_say_is_no_address()
    {
        await using var bench = await SlackBench.StartAsync();

        Assert.Null(
            await SlackBench.WithinAsync(token => bench.Permalinks.OfRootAsync(SlackBench.Channel, "1700000000.000009", token).AsTask())
        );
        Assert.Null(
            await SlackBench.WithinAsync(token =>
                bench.Permalinks.OfRootAsync(SlackBench.Channel with { Workspace = "T9" }, "1700000000.000009", token).AsTask()
            )
        );
        await bench.Server.CloseAsync();
        Assert.Null(
            await SlackBench.WithinAsync(token => bench.Permalinks.OfRootAsync(SlackBench.Channel, "1700000000.000009", token).AsTask())
        );
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Serving;

/// <summary>
/// The commands of docs/slack.md and docs/discord.md, one after another as they stand there, from an empty folder to a post;
/// the Japanese guides have the same (<c>TranslationTests</c>).
/// </summary>
[Collection(RunningBotCollection.Name)]
public sealed partial class GuidedSetupTests : IDisposable
{
    private readonly Bench _bench = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Who_follows_the_guide_to_Slack_has_the_briefing_in_the_channel()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Sockets.Deadline = Bench.Patience;
        _bench
            .Set("Slack:Mode", "Socket")
            .Set("Slack:BotToken", SlackServer.FirstToken)
            .Set("Slack:AppToken", slack.World.App.AppToken)
            .Set("Slack:ApiBaseUrl", slack.ApiAddress.ToString());

        await FollowAsync(await ReadAsync("slack.md"), slack.Log);

        Assert.NotEmpty(slack.Messages(SlackServer.FirstChannel));
    }

    [Fact]
    public async Task Who_follows_the_guide_to_Discord_has_the_briefing_in_the_channel()
    {
        await using var discord = await DiscordServer.StartAsync();
        _bench
            .Set("Discord:Token", "any.token.the-emulator-takes")
            .Set("Discord:ApplicationId", DefaultIds.Application.ToString(CultureInfo.InvariantCulture))
            .Set("Discord:ApiBaseUrl", discord.ApiAddress.ToString());

        var text = (await ReadAsync("discord.md"))
            .Replace("100000000000000009", DefaultIds.Guild.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("100000000000000001", DefaultIds.TextChannel.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await FollowAsync(text, discord.Log);
    }

    private static Task<string> ReadAsync(string guide) => File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", guide), Cancel);

    /// <summary>Runs what the guide says, until the first post has been accepted.</summary>
    private async Task FollowAsync(string guide, ServerLog log)
    {
        _bench.Write("channels.json", Channels().Match(guide).Groups[1].Value);
        _bench.Write("briefing.md", Markdown.OfToday());
        RunningBot? bot = null;
        try
        {
            foreach (var command in Command().Matches(guide).Select(match => match.Groups[1].Value.Trim()))
            {
                if (command == "serve")
                {
                    bot = await RunningBot.StartAsync(_bench);
                    continue;
                }

                var outcome = await _bench.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                Assert.True(outcome.Code == 0, $"{command}: {outcome.Output}{outcome.Error}");
            }

            Assert.NotNull(bot);
            await log.WaitForAsync(entry => entry is { Kind: LogKind.Accepted, Operation: "send" }, Bench.Patience, Cancel);
        }
        finally
        {
            if (bot is not null)
            {
                await bot.DisposeAsync();
            }
        }
    }

    [GeneratedRegex(@"^ *dotnet Bot\.dll ([^>\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("`(\\{ \"subscriptions\".+\\})`")]
    private static partial Regex Channels();
}

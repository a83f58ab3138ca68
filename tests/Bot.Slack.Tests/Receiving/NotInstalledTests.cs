using Bot.Chat.Platforms;
using Bot.Emulators.Slack.Outbound;
using Bot.Slack.Setup;

namespace Bot.Slack.Tests.Receiving;

/// <summary>Requests signed by Slack that concern a workspace without the bot, or arrived at the wrong time.</summary>
public sealed class NotInstalledTests
{
    [Theory]
    [InlineData(SlackMode.Http)]
    [InlineData(SlackMode.Socket)]
    public async Task H28_A_command_from_a_workspace_without_the_bot_says_what_to_do(SlackMode mode)
    {
        await using var listening = await Listening.StartAsync(mode);
        await listening.RemoveAsync(PlatformId.Slack, Listening.Team, Listening.Cancellation);

        var asked = await listening.TypeAsync("/funding", "xai");
        var text = mode == SlackMode.Http ? asked.Sent.Body : (await listening.ShownForAsync(asked)).Raw!.ToJsonString();

        Assert.True(asked.Sent.IsOk);
        Assert.Contains("not installed in this workspace", text, StringComparison.Ordinal);
        Assert.Contains(Listening.Team, text, StringComparison.Ordinal);
        Assert.Contains("ephemeral", text, StringComparison.Ordinal);
        Assert.Empty(listening.Commands.Calls);
    }

    [Theory]
    [InlineData(SignatureKind.Old, @"time off by (59|60)\d s", "behind this machine's clock")]
    [InlineData(SignatureKind.Future, @"time off by (59|60)\d s", "ahead of this machine's clock")]
    [InlineData(SignatureKind.Forged, "signature does not match", "Slack:SigningSecret")]
    public async Task H14_Why_requests_are_refused_is_told_once(SignatureKind signature, string why, string what)
    {
        await using var listening = await Listening.StartAsync();
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(401, (await listening.TypeAsync("/funding", "xai", signature: signature)).Sent.Status);
        }

        var line = Assert.Single(listening.Logged, line => line.Contains("was refused", StringComparison.Ordinal));
        // A request on a busy machine arrives some seconds after it was signed.
        Assert.Matches(why, line);
        Assert.Contains(what, line, StringComparison.Ordinal);
    }
}

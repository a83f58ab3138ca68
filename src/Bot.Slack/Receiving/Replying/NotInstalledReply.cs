using Bot.Chat.Commands;
using Bot.Chat.Installations;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Chat.Trees;
using Bot.Slack.Receiving.People;
using Bot.Slack.Sending;
using Markdig.Syntax;

namespace Bot.Slack.Receiving.Replying;

/// <summary>
/// What somebody reads who asks in a workspace where the bot has no token: the request is Slack's, so silence would help
/// nobody. Without an installation there is nothing to look his language up with, so both are said.
/// </summary>
internal sealed class NotInstalledReply(IInstallations installations, ConfiguredInstallation configured, FallbackLocale language)
{
    /// <summary>The reply's body; null: the bot is installed there, or it is not known that it is not.</summary>
    public async ValueTask<byte[]?> ForAsync(string team, CancellationToken cancellationToken)
    {
        try
        {
            // A team that is not named is not known; nor, right after the start, may be which workspace the configured token is of.
            return
                team.Length == 0
                || configured.IsPending
                || await installations.FindAsync(PlatformId.Slack, team, cancellationToken) is not null
                ? null
                : Body(team);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: what can be answered without it is.
            return null;
        }
    }

    private byte[] Body(string team)
    {
        var text = SlackTexts.Both("NotInstalled", team);
        var message = new Message(new MarkdownDocument { Nodes.Paragraph(text.Japanese), Nodes.Paragraph(text.English) })
        {
            Locale = language.Default,
        };
        return SlackReply.Render(new Reply(message) { Succeeded = false, Private = true })[0];
    }
}

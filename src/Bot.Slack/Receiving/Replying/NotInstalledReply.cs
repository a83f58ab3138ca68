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
/// The reply to a person in a workspace where the bot has no token: the request does come from Slack, so silence would help nobody.
/// Without an installation their language cannot be looked up, so it is in both.
/// </summary>
internal sealed class NotInstalledReply(IInstallations installations, ConfiguredInstallation configured, FallbackLocale language)
{
    /// <summary>The reply's body; null: the bot is installed there, or that is not certain.</summary>
    public async ValueTask<byte[]?> ForAsync(string team, CancellationToken cancellationToken)
    {
        try
        {
            // An unnamed team is unknown; right after the start, so may be the configured token's workspace.
            return
                team.Length == 0
                || configured.IsPending
                || await installations.FindAsync(PlatformId.Slack, team, cancellationToken) is not null
                ? null
                : Body(team);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is down: answer whatever does not need it.
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

using Bot.Chat.Installations;
using Bot.Chat.Platforms;

namespace Bot.Slack.Sending;

/// <summary>Finds the bot's installation in a workspace, or says what to do without one.</summary>
public sealed class SlackWorkspaces(IInstallations installations, ConfiguredInstallation configured)
{
    /// <returns>The installation, or an outcome: nothing was sent.</returns>
    public async ValueTask<(Installation? Installation, SendOutcome? Trouble)> FindAsync(
        string workspace,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await installations.FindAsync(PlatformId.Slack, workspace, cancellationToken) is { } found)
            {
                return (found, null);
            }
        }
        catch (Exception failure)
        {
            // From the database; its message may quote the query.
            return (
                null,
                new SendOutcome.RetryAfter(null, RetryScope.Token, "the installation could not be read: " + failure.GetType().Name)
            );
        }

        // Right after the start, the configured token's workspace may not be known yet.
        return configured.IsPending
            ? (null, new SendOutcome.RetryAfter(TimeSpan.FromSeconds(1), RetryScope.Token, "Slack:BotToken has not been checked yet"))
            : (null, new SendOutcome.Rejected(RejectReason.TokenRefused, $"the bot is not installed in the workspace {workspace}"));
    }
}

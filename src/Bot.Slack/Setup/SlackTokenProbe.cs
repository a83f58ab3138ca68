using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Api;
using Bot.Slack.Sending;

namespace Bot.Slack.Setup;

/// <summary>Asks auth.test whether Slack accepts a workspace's token (https://docs.slack.dev/reference/methods/auth.test).</summary>
public sealed class SlackTokenProbe(SlackClient client, IInstallations installations, ConfiguredInstallation configured, TimeProvider time)
    : ITokenProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public PlatformId Platform => PlatformId.Slack;

    public async Task<TokenProbe> ProbeAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        try
        {
            if (
                SlackTokens.WorkspaceOf(token) is { } workspace
                && await installations.FindAsync(PlatformId.Slack, workspace, cancellationToken) is { } installation
            )
            {
                return Judge(await AskAsync(installation.Token, cancellationToken));
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // From the database; its message may quote the query.
            return new TokenProbe(TokenStanding.Unanswered, failure.GetType().Name);
        }

        return configured.IsPending
            ? new TokenProbe(TokenStanding.Unanswered, "Slack:BotToken has not been checked yet")
            : new TokenProbe(TokenStanding.Refused, "the bot is not installed there");
    }

    /// <summary>Only Slack's own answer can refuse a token; any other failure proves nothing.</summary>
    internal static TokenProbe Judge(SlackAnswer answer) =>
        answer switch
        {
            SlackAnswer.Ok => TokenProbe.Accepted,
            SlackAnswer.Error error when SlackErrors.ClassOf(error.Name) == SlackErrorClass.Token => new(
                TokenStanding.Refused,
                error.Detail
            ),
            _ => new(TokenStanding.Unanswered, SlackOutcomes.Words(answer)),
        };

    private async Task<SlackAnswer> AskAsync(Secret token, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        return await client.PostFormAsync("auth.test", token, [], either.Token);
    }
}

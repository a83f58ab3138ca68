using Bot.Chat.Platforms;
using Bot.Slack.Api;

namespace Bot.Slack.Sending;

/// <summary>Opens direct messages (https://docs.slack.dev/reference/methods/conversations.open).</summary>
public sealed class SlackDirectMessages(SlackCalls calls, SlackWorkspaces workspaces) : IDirectMessages
{
    public PlatformId Platform => PlatformId.Slack;

    public async Task<DirectChannel> OpenAsync(string workspace, string user, CancellationToken cancellationToken)
    {
        var (installation, _) = await workspaces.FindAsync(workspace, cancellationToken);
        if (installation is null)
        {
            return new DirectChannel(null);
        }

        return await calls.PostFormAsync("conversations.open", installation, [new("users", user)], cancellationToken) switch
        {
            SlackAnswer.Ok ok when ok.Text("channel", "id") is { } channel => new DirectChannel(channel),
            SlackAnswer.Error { Name: "missing_scope" } => new DirectChannel(null, SlackTexts.Both("SlackDirectMessages.ScopeMissing")),
            SlackAnswer.Error error when SlackErrors.ClassOf(error.Name) is not (SlackErrorClass.Retry or SlackErrorClass.RetryLater) =>
                new DirectChannel(null, SlackTexts.Both("SlackDirectMessages.Refused", error.Name)),
            _ => new DirectChannel(null),
        };
    }
}

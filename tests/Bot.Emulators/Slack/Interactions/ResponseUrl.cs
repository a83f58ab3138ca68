namespace Bot.Emulators.Slack.Interactions;

/// <summary>The address for answering one command or click.</summary>
/// <param name="Channel">Where the person is.</param>
/// <param name="MessageTs">The clicked message; null for a command.</param>
public sealed record ResponseUrl(
    string Id,
    string Interaction,
    string Workspace,
    string Channel,
    string User,
    string? MessageTs,
    DateTimeOffset Until
)
{
    /// <summary>Remaining uses, initially five (https://docs.slack.dev/interactivity/handling-user-interaction).</summary>
    public int Left { get; set; } = 5;
}

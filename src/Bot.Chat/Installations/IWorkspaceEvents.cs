using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>
/// Handles a platform's events about the bot's membership in a workspace. Repeatable: the same event twice changes
/// nothing more.
/// </summary>
public interface IWorkspaceEvents
{
    /// <summary>
    /// The bot was removed: posts to the workspace wait, and the operator is told once. Subscriptions stay; people's watches are forgotten.
    /// </summary>
    Task RemovedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);

    /// <summary>The bot was added (again): ends only the pause that its removal caused.</summary>
    Task AddedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);
}

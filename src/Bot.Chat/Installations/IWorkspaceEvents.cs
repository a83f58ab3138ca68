using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>What a platform says about the bot's place in a workspace. Repeatable: the same event twice changes nothing more.</summary>
public interface IWorkspaceEvents
{
    /// <summary>The bot was removed: what is sent there waits, and the operator is told once. Subscriptions stay.</summary>
    Task RemovedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);

    /// <summary>The bot is there (again): ends the pause that its removal caused, and no other.</summary>
    Task AddedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);
}

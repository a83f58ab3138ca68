using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>
/// Where the bot is installed, with its tokens. A token in configuration is saved here at start like any other. Tokens
/// are encrypted where they are kept. Reads are answered from memory and are stale by at most a second.
/// </summary>
public interface IInstallations
{
    /// <summary>The workspace's own, else the one that serves every workspace; null: not installed there.</summary>
    ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);

    /// <summary>All of a platform, by workspace.</summary>
    ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken);

    /// <summary>
    /// Adds or replaces. A token that differs from the one before ends the pause that its refusal caused (scope
    /// <c>token:</c> + <paramref name="tokenName"/>), in the same transaction, so that sending goes on with the next post.
    /// </summary>
    /// <param name="tokenName">What <see cref="IPlatform.TokenFor"/> says for the workspace.</param>
    Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken);

    /// <summary>Forgets one, as when the application is uninstalled; nothing when there is none.</summary>
    Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);
}

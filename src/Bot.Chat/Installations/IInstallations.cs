using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>
/// Where the bot is installed, with its tokens. A token in the configuration is saved here at start like any other.
/// Tokens are stored encrypted. Reads are answered from memory and at most a second stale.
/// </summary>
public interface IInstallations
{
    /// <summary>The workspace's own installation, else the one that serves every workspace; null if not installed there.</summary>
    ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);

    /// <summary>All installations of a platform, by workspace.</summary>
    ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken);

    /// <summary>
    /// Adds or replaces. A changed token ends the pause caused by the old one's refusal (scope <c>token:</c> +
    /// <paramref name="tokenName"/>) in the same transaction, so that sending resumes with the next post.
    /// </summary>
    /// <param name="tokenName">The result of <see cref="IPlatform.TokenFor"/> for the workspace.</param>
    Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken);

    /// <summary>Removes one, for example when the application is uninstalled; does nothing if there is none.</summary>
    Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken);
}

using Bot.Chat.Installations;
using Bot.Chat.Platforms;

namespace Bot.Faults.Tests.Staging;

/// <summary>Replaces what a real process keeps in the database: one installation, whose token a test may replace.</summary>
internal sealed class OneInstallation(Func<Installation> current) : IInstallations
{
    public ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        var only = current();
        return ValueTask.FromResult(platform == only.Platform && workspace == only.Workspace ? only : null);
    }

    public ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Installation>>([current()]);

    public Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) => Task.CompletedTask;
}

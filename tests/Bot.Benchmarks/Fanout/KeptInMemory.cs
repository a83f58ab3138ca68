using System.Collections.Concurrent;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;

namespace Bot.Benchmarks.Fanout;

/// <summary>Installations of one run, where the archive keeps none.</summary>
internal sealed class KeptInMemory : IInstallations
{
    private readonly ConcurrentDictionary<(PlatformId Platform, string Workspace), Installation> _all = new();

    public ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            _all.GetValueOrDefault((platform, workspace)) ?? _all.GetValueOrDefault((platform, Installation.EveryWorkspace))
        );

    public ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Installation>>([
            .. _all.Where(pair => pair.Key.Platform == platform).Select(pair => pair.Value),
        ]);

    public Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken)
    {
        _all[(installation.Platform, installation.Workspace)] = installation;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        _all.TryRemove((platform, workspace), out _);
        return Task.CompletedTask;
    }
}

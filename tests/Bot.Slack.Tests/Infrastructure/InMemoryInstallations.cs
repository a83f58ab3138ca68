using System.Collections.Concurrent;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;

namespace Bot.Slack.Tests.Infrastructure;

/// <summary>Installations without a database.</summary>
internal sealed class InMemoryInstallations : IInstallations
{
    private readonly ConcurrentDictionary<string, Installation> _all = new();

    /// <summary>Simulates a database that is down.</summary>
    public bool IsAway { get; set; }

    public ConcurrentQueue<string> TokenNames { get; } = new();

    public ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) =>
        IsAway ? throw new IOException("database") : ValueTask.FromResult(_all.GetValueOrDefault(workspace));

    public ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Installation>>([.. _all.Values]);

    public Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new IOException("database");
        }

        _all[installation.Workspace] = installation;
        TokenNames.Enqueue(tokenName);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        _all.TryRemove(workspace, out _);
        return Task.CompletedTask;
    }
}

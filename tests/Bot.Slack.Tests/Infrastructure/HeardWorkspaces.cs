using System.Collections.Concurrent;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;

namespace Bot.Slack.Tests.Infrastructure;

/// <summary>Records the workspaces to which the bot was reportedly added back.</summary>
internal sealed class HeardWorkspaces : IWorkspaceEvents
{
    public ConcurrentQueue<string> Added { get; } = [];

    public Task RemovedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AddedAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        Added.Enqueue(workspace);
        return Task.CompletedTask;
    }
}

using Bot.Chat.Answering;

namespace Bot.Serving;

/// <summary>Ends late answers with the service, while everything they need is still running.</summary>
internal sealed class LateWorkEnd(LateWork late) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => late.DisposeAsync().AsTask();
}

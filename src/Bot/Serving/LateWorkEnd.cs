using Bot.Chat.Answering;

namespace Bot.Serving;

/// <summary>Late answers end with the service, while everything that they need still stands.</summary>
internal sealed class LateWorkEnd(LateWork late) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => late.DisposeAsync().AsTask();
}

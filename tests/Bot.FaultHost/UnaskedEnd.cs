namespace Bot.FaultHost;

/// <summary>Stops the process as some part of it might, without anybody asking: once it has started.</summary>
public sealed class UnaskedEnd(IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    /// <summary>Set to anything: it does.</summary>
    public const string Variable = "BOT_FAULT_END";

    public static bool IsWanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

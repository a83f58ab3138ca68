namespace Bot.Serving;

/// <summary>
/// Collects once what the start left behind (models, migrations, compiled queries): a service that waits for one briefing
/// a day would otherwise keep it until the first gen 2 collection, which may never happen.
/// </summary>
internal sealed class StartupGarbage(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Quiet, time, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}

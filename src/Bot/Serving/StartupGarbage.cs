namespace Bot.Serving;

/// <summary>
/// Gives back once what the start left behind (models, migrations, compiled queries): a service that waits for one
/// briefing a day would otherwise hold on to it until the first collection of its oldest generation, which may be never.
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

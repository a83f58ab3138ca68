namespace Bot.Serving;

/// <summary>
/// Collects what a burst of work left behind (the start, a briefing, an upgrade) once things are quiet again: a service that waits for one
/// briefing a day would otherwise keep it until the first gen 2 collection, which may never happen.
/// </summary>
internal sealed class IdleCollection(TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var quiet = new QuietAfterWork();
        while (true)
        {
            await Task.Delay(QuietAfterWork.Interval, time, stoppingToken);
            if (quiet.IsReached(GC.GetTotalAllocatedBytes()))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Bot.Intake.Inbox;

/// <summary>
/// Sweeps the inbox when the file system reports a change, when a file may have settled, and periodically in any case: network folders
/// report nothing, and a watcher's buffer can overflow.
/// </summary>
public sealed class InboxWatcher(InboxSweeper sweeper, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Watch();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await sweeper.SweepAsync(stoppingToken);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var change = _changes.Reader.ReadAsync(either.Token).AsTask();
            if (await Task.WhenAny(change, Task.Delay(wait, time, either.Token)) == change)
            {
                // Merges a burst of changes into one sweep.
                await Task.Delay(Pause, time, stoppingToken);
            }

            await either.CancelAsync();
        }
    }

    /// <summary>Null if the file system cannot be watched (no such folder yet, too many watches): sweeping is enough.</summary>
    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(sweeper.Folder) { IncludeSubdirectories = true };
            watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
            watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

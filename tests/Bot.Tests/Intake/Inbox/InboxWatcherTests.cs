using Bot.Chat;
using Bot.Intake.Inbox;
using Bot.Testing;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Intake.Inbox;

public sealed class InboxWatcherTests
{
    [Fact]
    public async Task A_file_that_is_dropped_while_it_runs_is_taken_without_waiting_for_a_sweep()
    {
        using var bench = new Bench();
        await using var host = await HostServices.OpenAsync(bench);
        var inbox = Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox")).FullName;
        var done = Directory.CreateDirectory(Path.Combine(inbox, InboxFile.Done)).FullName;
        var sweeper = new InboxSweeper(
            inbox,
            TimeSpan.FromMilliseconds(100),
            host.Pipeline,
            Locale.English,
            TimeProvider.System,
            new Lines<InboxSweeper>()
        );
        // The sweep that comes without a change never comes: what is taken was seen by the watching.
        using var watcher = new InboxWatcher(sweeper, new RetimedClock(InboxSweeper.Idle, Timeout.InfiniteTimeSpan));
        var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signal = new FileSystemWatcher(done, "a.md");
        signal.Created += (_, _) => moved.TrySetResult();
        signal.Renamed += (_, _) => moved.TrySetResult();
        signal.EnableRaisingEvents = true;

        await watcher.StartAsync(TestContext.Current.CancellationToken);
        bench.Write("inbox/a.md", Markdown.OfToday());

        await moved.Task.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }
}

using Bot.Serving.Guarding;
using Bot.Testing;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Serving.Guarding;

public sealed class GuardedServiceTests
{
    private readonly HastyClock _time = new();
    private readonly Lines<GuardedService> _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task H16_A_service_that_fails_is_run_again_later_and_later_and_told_once()
    {
        using var failing = new Scripted(runs => runs < 4 ? "the database is locked" : null);
        using var guarded = new GuardedService(failing, _time, _log);
        await guarded.StartAsync(Cancellation);

        await failing.Steady.Task.WaitAsync(Bench.Patience, Cancellation);
        Assert.Equal(4, failing.Runs);
        Assert.Equal([1, 2, 4], _time.Asked.Select(pause => pause.TotalSeconds));
        Assert.Contains("Scripted failed and is being restarted", Assert.Single(_log.All), StringComparison.Ordinal);
        await guarded.StopAsync(Cancellation);
    }

    [Fact]
    public async Task H16_Another_failure_is_told_too()
    {
        using var failing = new Scripted(runs =>
            runs switch
            {
                1 or 2 => "one thing",
                3 => "another",
                _ => null,
            }
        );
        using var guarded = new GuardedService(failing, _time, _log);
        await guarded.StartAsync(Cancellation);

        await failing.Steady.Task.WaitAsync(Bench.Patience, Cancellation);
        Assert.Equal(2, _log.All.Count);
        await guarded.StopAsync(Cancellation);
    }

    [Fact]
    public async Task H16_A_service_that_is_done_is_not_run_again_and_stopping_waits_for_nothing()
    {
        using var done = new Done();
        using var guarded = new GuardedService(done, _time, _log);

        await guarded.StartAsync(Cancellation);
        await done.ExecuteTask!.WaitAsync(Bench.Patience, Cancellation);
        await guarded.StopAsync(Cancellation);

        Assert.Equal(1, done.Runs);
        Assert.Empty(_log.All);
    }

    [Fact]
    public async Task H16_A_timeout_that_nobody_caught_is_a_failure_like_any_other()
    {
        using var failing = new Scripted(runs => runs < 3 ? Scripted.Timeout : null);
        using var guarded = new GuardedService(failing, _time, _log);
        await guarded.StartAsync(Cancellation);

        await failing.Steady.Task.WaitAsync(Bench.Patience, Cancellation);
        Assert.Equal(3, failing.Runs);
        Assert.Single(_log.All);
        await guarded.StopAsync(Cancellation);
    }

    [Fact]
    public async Task H16_Stopping_ends_the_pause()
    {
        using var failing = new Scripted(_ => "again and again");
        using var guarded = new GuardedService(failing, new RetimedClock(GuardedService.ShortestPause, Timeout.InfiniteTimeSpan), _log);
        await guarded.StartAsync(Cancellation);
        await failing.Ended.WaitAsync(Cancellation);

        // The pause never ends by itself.
        await guarded.StopAsync(Cancellation).WaitAsync(Bench.Patience, Cancellation);

        Assert.Equal(1, failing.Runs);
    }

    [Fact]
    public async Task H16_Every_background_service_of_the_bot_is_guarded()
    {
        using var bench = new Bench();
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench.Set("Intake:Inbox", "inbox").Set("Web:Url", "http://127.0.0.1:0");
        var commandLine = bench.CommandLineContext();
        var configured = Bot.Configuration.ConfigurationReader.Read(commandLine);

        await using var app = Bot.Serving.BotService.Build(
            commandLine,
            configured,
            Composition.DatabaseOf(configured.Options, commandLine)
        );

        var services = app.Services.GetServices<IHostedService>().ToList();
        Assert.DoesNotContain(services, service => service is BackgroundService);
        Assert.True(services.OfType<GuardedService>().Count() >= 5);
    }

    private sealed class Scripted(Func<int, string?> failureOf) : BackgroundService
    {
        public const string Timeout = "a request was cancelled by its own timeout";

        private int _runs;

        public int Runs => _runs;

        public SemaphoreSlim Ended { get; } = new(0);

        public TaskCompletionSource Steady { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Dispose()
        {
            base.Dispose();
            Ended.Dispose();
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            if (failureOf(Interlocked.Increment(ref _runs)) is { } failure)
            {
                Ended.Release();
                throw failure == Timeout ? new OperationCanceledException(failure) : new InvalidOperationException(failure);
            }

            Steady.TrySetResult();
            await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
        }
    }

    private sealed class Done : BackgroundService
    {
        public int Runs { get; private set; }

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Runs++;
            return Task.CompletedTask;
        }
    }
}

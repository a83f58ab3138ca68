using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Planning;

/// <summary>Killed at each checkpoint on the way of a line that is sent, filled and announced, or that nothing fills.</summary>
public sealed class PlaceholderKillTests
{
    private const int MostCheckpoints = 200;

    private static readonly Series[] Utc = [new(Bench.Series, "US AI", TimeZoneInfo.Utc)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A2_C10_Killed_anywhere_around_a_late_briefing_its_thread_is_there_once(bool arrives)
    {
        for (var at = 1; at < MostCheckpoints; at += Effort.Of(usual: 3, full: 1))
        {
            await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
            var run = new Run(database, $"killed-{arrives}-{at}");
            await using (run)
            {
                var isKilled = await run.PlayAsync(at, arrives);
                await run.JudgeAsync(at, arrives);
                if (!isKilled)
                {
                    // More checkpoints than there are on the way: every one of them has been died at.
                    Assert.InRange(at, 15, MostCheckpoints);
                    return;
                }
            }
        }

        Assert.Fail("There is no end of checkpoints.");
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly TestDatabase _database;
        private readonly string _workspace;
        private readonly CrashPoint _crash;
        private Bench _bench;
        private bool _isKilled;

        /// <param name="workspace">Nobody else's: its checkpoints are counted.</param>
        public Run(TestDatabase database, string workspace)
        {
            (_database, _workspace) = (database, workspace);
            _bench = new Bench(database, series: Utc);
            _crash = new CrashPoint(_bench.Platform.TokenFor(workspace));
        }

        /// <returns>Whether it was killed on its way.</returns>
        public async Task<bool> PlayAsync(int checkpoints, bool arrives)
        {
            await _bench.SubscribeAsync(1, _workspace);
            await _bench.ScheduleAsync("""{"at":"07:00","late":"tell","tellAfter":20}""");
            _crash.Arm(checkpoints);
            await AtAsync("07:20:00");
            await AtAsync("07:30:00");
            if (arrives)
            {
                _bench.Time.SetUtcNow(At("07:31:00"));
                await _bench.StoreAsync("root: news\nstartups: one", unplanned: true);
                await TryAsync(() => _bench.PlanAsync());
                await AtAsync("07:31:10");
            }
            else
            {
                // What was killed has time to be looked up and sent again.
                await AtAsync("07:32:00");
                await AtAsync("07:35:00");
            }

            await AtAsync(arrives ? "07:40:00" : "13:00:00");
            _crash.Arm(0);
            for (var minute = 1; minute <= 5; minute++)
            {
                await AtAsync(
                    (At(arrives ? "07:40:00" : "13:00:00") + TimeSpan.FromMinutes(minute)).ToString(
                        "HH:mm:ss",
                        CultureInfo.InvariantCulture
                    )
                );
            }

            return _isKilled;
        }

        public async Task JudgeAsync(int at, bool arrives)
        {
            var shown = _bench.Platform.Log.Select(message => message.Payload.Replace("<p>", "").Replace("</p>", "")).ToList();
            var states = await _bench.StatesAsync();
            Assert.True(
                arrives
                    ? shown.Count == 3 && shown[0] == "news" && shown[1] == "one" && _bench.Platform.Log[2].IsAnnouncement
                        || (shown.Count == 2 && shown[0] == "news" && shown[1] == "one")
                    : shown.Count == 1 && !_bench.Platform.Edits.IsEmpty,
                $"killed at {at}: {string.Join(" | ", shown)}; {states}"
            );
            Assert.All(
                await _bench.PostsAsync(),
                post => Assert.True(post.State is PostState.Sent or PostState.Cancelled, $"killed at {at}: {states}")
            );
        }

        public async ValueTask DisposeAsync()
        {
            _crash.Dispose();
            await _bench.DisposeAsync();
        }

        private async Task AtAsync(string time)
        {
            _bench.Time.SetUtcNow(At(time));
            await TryAsync(_bench.SweepAsync);
            await TryAsync(async () =>
            {
                await _bench.SendAsync(_workspace);
                return true;
            });
        }

        /// <summary>What dies is replaced by another process at once.</summary>
        private async Task TryAsync<T>(Func<Task<T>> work)
        {
            try
            {
                await work();
            }
            catch (Exception) when (_crash.DiedAt is not null)
            {
                // It is over.
            }

            if (_crash.DiedAt is not null)
            {
                _isKilled = true;
                _crash.Arm(0);
                await ReplaceAsync();
            }
        }

        private async Task ReplaceAsync()
        {
            var former = _bench;
            _bench = new Bench(_database, like: former, series: Utc);
            await former.DisposeAsync();
        }

        private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-01-06T{time}Z", CultureInfo.InvariantCulture);
    }
}

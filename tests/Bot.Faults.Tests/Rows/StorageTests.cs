using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;
using Bot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows D1 to D6: a database that is busy, full, gone, or silent about what it did.</summary>
public sealed class StorageTests
{
    /// <summary>For a back-off between tries of the database, of up to 15 s.</summary>
    private static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(250);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "D1")]
    public async Task D1_A_file_that_somebody_else_writes_to_is_waited_for()
    {
        await using var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        await stage.PlanAsync();
        await using var other = new SqliteConnection(stage.Database.Options.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using (var held = other.BeginTransaction(deferred: false))
        {
            await stage.StartAsync();
            // The fault itself: the file is locked for this long.
            await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
            Assert.Equal(0, stage.Count(LogKind.Asked, "send"));
            await held.RollbackAsync(Cancellation);
        }

        await stage.UntilDoneAsync();
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D1")]
    public async Task D1_Writes_that_fail_as_busy_now_and_then_leave_no_half_state(TestDatabase database)
    {
        var random = new Random(5);
        await using var stage = await Stage.SetAsync(database);
        var broken = new BrokenStatements(
            database.Provider,
            Breakage.Busy,
            text => text.StartsWith("UPDATE", StringComparison.Ordinal) && Dice(random, 0.1)
        );
        await PlanSeveralAsync(stage);

        await stage.StartAsync(options => options.AddInterceptors(broken));
        await stage.UntilDoneAsync();

        Assert.True(broken.Failures > 0);
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D2")]
    public async Task D2_Nothing_is_sent_while_sending_cannot_be_committed(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var broken = new BrokenStatements(database.Provider, Breakage.DiskFull, BrokenStatements.PostsTo("'Sending'"));
        stage.Clock.LongestTimer = Hurry;
        await stage.PlanAsync();

        var actor = await stage.StartAsync(options => options.AddInterceptors(broken));
        await stage.UntilAsync(_ => broken.Failures > 6, "it had tried several times");
        Assert.Equal(0, stage.Count(LogKind.Asked, "send"));
        Assert.All((await stage.DeliveriesAsync())[0].Posts, post => Assert.Equal((PostState.Planned, 0), (post.State, post.Attempts)));
        Assert.Contains("Error", actor.Transcript, StringComparison.Ordinal);
        Heal(stage, broken);

        await stage.UntilDoneAsync();
    }

    /// <summary>Every channel's thread finds out for itself, again and again.</summary>
    [Theory, BothDatabases]
    [Trait("Fault", "D2")]
    public async Task D2_A_database_that_takes_nothing_is_one_line_a_minute_however_many_threads_there_are(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var broken = new BrokenStatements(database.Provider, Breakage.ConnectionLost, BrokenStatements.PostsTo("'Sending'"));
        foreach (var channel in Enumerable.Range(1, 30))
        {
            await stage.PlanAsync($"c{channel}", replies: 0);
        }

        stage.Clock.LongestTimer = Hurry;
        var started = TimeProvider.System.GetTimestamp();
        var actor = await stage.StartAsync(options => options.AddInterceptors(broken));
        await stage.UntilAsync(_ => broken.Failures > 20, "every other thread had tried");
        var minutes = 1 + (int)TimeProvider.System.GetElapsedTime(started).TotalMinutes;
        Heal(stage, broken);
        await stage.UntilDoneAsync();

        Assert.InRange(
            actor
                .Transcript.Split('\n')
                .Count(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning", StringComparison.Ordinal)),
            1,
            minutes
        );
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D3")]
    public async Task D3_An_outcome_that_cannot_be_written_is_kept_and_written_later(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var broken = new BrokenStatements(database.Provider, Breakage.DiskFull, BrokenStatements.PostsTo("'Sent'"));
        await stage.PlanAsync();

        await stage.StartAsync(options => options.AddInterceptors(broken));
        await stage.UntilAsync(_ => broken.Failures > 2, "writing had failed several times");
        broken.Heal();
        await stage.UntilDoneAsync();

        Assert.Equal(4, stage.Count(LogKind.Asked, "send"));
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D3")]
    public async Task D3_An_outcome_that_was_never_written_is_looked_up_by_the_next_start(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        stage.Options.StopGrace = TimeSpan.FromMilliseconds(200);
        var broken = new BrokenStatements(database.Provider, Breakage.DiskFull, BrokenStatements.PostsTo("'Sent'"));
        await stage.PlanAsync();
        var first = await stage.StartAsync(options => options.AddInterceptors(broken));
        await stage.UntilAsync(_ => broken.Failures > 2, "writing had failed several times");

        await first.StopAsync();
        await stage.StartAsync();

        await stage.UntilDoneAsync();
        Assert.Equal(4, stage.Count(LogKind.Asked, "send"));
        Assert.Equal(1, stage.Count(LogKind.Found, "find"));
    }

    [Fact]
    [Trait("Fault", "D4")]
    public async Task D4_Connections_that_are_cut_again_and_again_cost_no_send_twice()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES") is { Length: > 0 },
            "BOT_TEST_POSTGRES names no PostgreSQL server."
        );
        await using var stage = await Stage.SetAsync(DatabaseProvider.PostgreSql);
        stage.Chat.Script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromMilliseconds(60))) { Operation = "send", Times = null });
        await PlanSeveralAsync(stage);
        await stage.StartAsync();
        var server = new NpgsqlConnectionStringBuilder(stage.Database.Options.ConnectionString) { Pooling = false };
        var name = server.Database!;
        server.Database = "postgres";
        await using var killer = new NpgsqlConnection(server.ConnectionString);
        await killer.OpenAsync(Cancellation);
        for (var cut = 0; cut < 15 && stage.Count(LogKind.Accepted, "send") < 6 * 4; cut++)
        {
            var seen = stage.Chat.Log.All.Count;
            await stage.Chat.Log.WaitAsync(seen, TimeSpan.FromSeconds(1), Cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", killer)
            {
                Parameters = { new() { Value = name } },
            };
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await UntilReadableAsync(stage);
        await stage.UntilDoneAsync();
    }

    [Theory]
    [Trait("Fault", "D4")]
    [BothDatabases(Breakage.Serialization)]
    [BothDatabases(Breakage.Busy)]
    [BothDatabases(Breakage.ConnectionLost)]
    public async Task D4_A_transaction_that_fails_is_repeated_and_the_send_is_not(TestDatabase database, Breakage breakage)
    {
        var random = new Random(11);
        await using var stage = await Stage.SetAsync(database);
        var broken = new BrokenStatements(
            database.Provider,
            breakage,
            text => text.StartsWith("UPDATE", StringComparison.Ordinal) && Dice(random, 0.15)
        );
        await PlanSeveralAsync(stage);

        await stage.StartAsync(options => options.AddInterceptors(broken));
        var deliveries = await stage.UntilDoneAsync();

        Assert.True(broken.Failures > 0);
        Assert.Equal(deliveries.Sum(delivery => delivery.Posts.Count), stage.Count(LogKind.Asked, "send"));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D5")]
    public async Task D5_A_commit_whose_acknowledgement_is_lost_is_read_back_before_anything_follows(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var lost = new LostAcknowledgements(database.Provider, 0.2, seed: 3);
        await PlanSeveralAsync(stage);

        await stage.StartAsync(options => options.AddInterceptors(lost));
        await stage.UntilDoneAsync();

        Assert.True(lost.Lost > 0);
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D6")]
    public async Task D6_Fifty_workers_and_a_thousand_posts_make_a_thousand_messages(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        (stage.Options.ThreadsPerToken, stage.Options.ThreadsPerWorkspace) = (50, 50);
        // On PostgreSQL five senders share ten tokens; on SQLite there is one at a time, with fifty threads.
        var senders = database.Provider == DatabaseProvider.PostgreSql ? 5 : 1;
        stage.Settings = stage.Settings with { TokenPerWorkspace = senders > 1, Timeout = TimeSpan.FromSeconds(10) };
        stage.Options.SendTimeout = TimeSpan.FromSeconds(10);
        for (var channel = 0; channel < 250; channel++)
        {
            await stage.PlanAsync($"c{channel}", workspace: $"T{channel % 10}");
        }

        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => stage.StartAsync()));
        await stage.UntilDoneAsync(250);

        Assert.Equal(1000, stage.Count(LogKind.Accepted, "send"));
        Assert.Equal(1000, stage.Count(LogKind.Asked, "send"));
    }

    /// <summary>From here on requests leave, and their answers take as long as they may.</summary>
    private static void Heal(Stage stage, BrokenStatements broken)
    {
        stage.Clock.LongestTimer = null;
        broken.Heal();
    }

    private static async Task PlanSeveralAsync(Stage stage)
    {
        foreach (var channel in Enumerable.Range(1, 6))
        {
            await stage.PlanAsync($"c{channel}");
        }
    }

    /// <summary>The test's own connections were cut as well.</summary>
    private static async Task UntilReadableAsync(Stage stage)
    {
        NpgsqlConnection.ClearAllPools();
        await stage.DeliveriesAsync();
    }

    private static bool Dice(Random random, double share)
    {
        lock (random)
        {
            return random.NextDouble() < share;
        }
    }
}

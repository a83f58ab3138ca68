using Bot.Archive;
using Bot.Archive.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bot.Delivery.Waking;

/// <summary>
/// Tells the other processes on a PostgreSQL database that something is due, and hears them, over one connection of its own; hears, too,
/// what <see cref="Ledger.LeaseStore"/> tells of leases that are free. Only saves waiting: what is not heard is found by the poll. On SQLite
/// there is nobody to tell.
/// https://www.postgresql.org/docs/current/sql-notify.html
/// </summary>
/// <param name="owner">This process among those on the database.</param>
public sealed partial class DueNotices(
    ArchiveOptions archive,
    IDbContextFactory<ArchiveContext> contexts,
    SendSignal signal,
    string owner,
    TimeProvider time,
    ILogger<DueNotices> logger
) : BackgroundService
{
    /// <summary>Of the database's own channels for notices.</summary>
    public const string Channel = "bot_due";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>How soon a connection that was cut off without a word is noticed, in seconds.</summary>
    private const int KeepAlive = 15;

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it hears what other processes tell, now.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Completes once it hears.</summary>
    public Task Listening => _listening.Task;

    /// <summary>Tells the others, in the background; a database that does not answer is no concern of the caller's.</summary>
    public void Tell()
    {
        if (archive.Provider == DatabaseProvider.PostgreSql)
        {
            _ = TellAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (archive.Provider != DatabaseProvider.PostgreSql)
        {
            return;
        }

        for (
            var wait = TimeSpan.FromSeconds(1);
            !stoppingToken.IsCancellationRequested;
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait
        )
        {
            try
            {
                await ListenAsync(() => wait = TimeSpan.FromSeconds(0.5), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotHeard(logger, wait, failure.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(Action heard, CancellationToken stoppingToken)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(archive.EffectiveConnectionString())
            {
                Pooling = false,
                KeepAlive = KeepAlive,
            }.ConnectionString
        );
        connection.Notification += (_, notice) =>
        {
            if (notice.Payload != owner)
            {
                signal.Wake();
            }
        };
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        heard();
        _listening.TrySetResult();
        try
        {
            IsListening = true;
            // What was told while nobody listened.
            signal.Wake();
            while (true)
            {
                await connection.WaitAsync(stoppingToken);
            }
        }
        finally
        {
            IsListening = false;
        }
    }

    private async Task TellAsync()
    {
        try
        {
            await Task.Yield();
            await using var context = await contexts.CreateDbContextAsync();
            await context.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {owner})");
        }
        catch (Exception failure)
        {
            Log.NotTold(logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            3074,
            LogLevel.Debug,
            "Other processes are not heard ({Failure}); the poll goes on, and in {Wait} it is tried again"
        )]
        public static partial void NotHeard(ILogger logger, TimeSpan wait, string failure);

        [LoggerMessage(3075, LogLevel.Debug, "Other processes could not be told what is due ({Failure}); they poll for it")]
        public static partial void NotTold(ILogger logger, string failure);
    }
}

using Bot.Archive.Setup;
using Bot.Configuration;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Npgsql;

namespace Bot.Serving;

/// <summary>Hangfire, the alarm clock: it wakes senders and polls feeds. Losing its storage loses only time.</summary>
internal static class AlarmClock
{
    /// <summary>Makes Hangfire's tables where it keeps its alarms in the database. Not for two processes at once.</summary>
    public static void Prepare(IServiceProvider services)
    {
        var (jobs, database) = (services.GetRequiredService<BotOptions>().Jobs, services.GetRequiredService<ArchiveOptions>());
        if (jobs.Storage == JobsStorage.PostgreSql)
        {
            using var connection = new NpgsqlConnection(database.EffectiveConnectionString());
            connection.Open();
            PostgreSqlObjectsInstaller.Install(connection);
        }
    }

    public static IServiceCollection AddAlarms(this IServiceCollection services, JobsOptions jobs, ArchiveOptions database)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (jobs.Storage == JobsStorage.PostgreSql)
            {
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(database.EffectiveConnectionString()),
                    new PostgreSqlStorageOptions
                    {
                        // Its installer runs by itself at any start, also beside another one; see Prepare.
                        PrepareSchemaIfNecessary = false,
                        // The server tells of a new job, so that looking is only for what it told while nobody was connected.
                        EnableLongPolling = true,
                        QueuePollInterval = TimeSpan.FromMinutes(1),
                    }
                );
            }
            else
            {
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
            }
        });
        return services.AddHangfireServer(server =>
        {
            // Jobs only wake the senders, which do the work.
            server.WorkerCount = 2;
            // Each look costs the database several transactions, and what is due is also asked for every second without Hangfire.
            server.SchedulePollingInterval = TimeSpan.FromSeconds(30);
            server.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
    }
}

using Bot.Archive.Setup;
using Bot.Configuration;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace Bot.Serving;

/// <summary>Hangfire, the alarm clock: it wakes senders and polls feeds. Losing its storage loses only time.</summary>
internal static class AlarmClock
{
    public static IServiceCollection AddAlarms(this IServiceCollection services, JobsOptions jobs, ArchiveOptions database)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (jobs.Storage == JobsStorage.PostgreSql)
            {
                hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(database.EffectiveConnectionString()));
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
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
    }
}

using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Intake.Feeds;
using Bot.Intake.Inbox;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Serving;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database is also writable; a broken intake source
/// makes it <c>Degraded</c>, which is still ready (200), a newer version that has migrated the database <c>Unhealthy</c>. The service starts only
/// after migrating; while it waits for that, <see cref="StartingPage"/> answers.
/// </summary>
internal static class BotHealth
{
    /// <summary>SQLite waits for another writer on the calling thread, and a little longer on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    public static void AddBotHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Limit)
            .AddCheck<WaysInHealth>("intake")
            .AddCheck<VersionHealth>("version");

    public static void MapBotHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var checks = report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status} {entry.Value.Description}".TrimEnd());
        return context.Response.WriteAsync(string.Join('\n', checks.Prepend(report.Status.ToString())) + "\n", context.RequestAborted);
    }

    /// <summary>
    /// Writes a row. Another writer is only a temporary obstacle, so the bot stays in service; any other failure takes it
    /// out.
    /// </summary>
    private sealed class DatabaseHealth(ArchiveProbe probe) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await probe.LookAsync(cancellationToken) switch
            {
                null => HealthCheckResult.Healthy(),
                DatabaseTrouble.Busy => HealthCheckResult.Degraded(DatabaseTrouble.Busy.Text().English),
                var trouble => HealthCheckResult.Unhealthy(trouble.Value.Text().English),
            };
    }

    private sealed class VersionHealth(NewerVersion newer) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                newer.Status switch
                {
                    NewerVersionStatus.Waits => HealthCheckResult.Degraded("a newer version waits: this process hands over"),
                    NewerVersionStatus.HasMigrated => HealthCheckResult.Unhealthy("a newer version has migrated the database"),
                    _ => HealthCheckResult.Healthy(),
                }
            );
    }

    private sealed class WaysInHealth(IServiceProvider services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var troubles = new List<string>();
            if (services.GetService<InboxSweeper>() is { Trouble: not null })
            {
                troubles.Add("the inbox cannot be read");
            }

            if (services.GetService<InboxSweeper>() is { Left: > 0 and var left })
            {
                troubles.Add($"{left} entry(s) of the inbox cannot be taken");
            }

            if (services.GetService<FeedPoller>() is { Troubled.Count: > 0 and var failing })
            {
                troubles.Add($"{failing} feed(s) give no briefing");
            }

            // Another process may hold the connection.
            foreach (
                var connection in services
                    .GetServices<IStandingConnection>()
                    .Where(connection => connection is { IsHeld: true, IsConnected: false })
            )
            {
                troubles.Add($"{PlatformCatalogue.NameOf(connection.Platform)} is not connected");
            }

            return Task.FromResult(
                troubles.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", troubles))
            );
        }
    }
}

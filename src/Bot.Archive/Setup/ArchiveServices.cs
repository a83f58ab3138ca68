using Bot.Archive.Retention;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Archive.Setup;

/// <summary>Registers the archive.</summary>
public static class ArchiveServices
{
    /// <summary>
    /// Adds <c>IDbContextFactory&lt;ArchiveContext&gt;</c>, <see cref="ArchiveTransactions"/>, <see cref="ArchiveMigrator"/> and
    /// <see cref="BriefingArchive"/>. Opens nothing and writes nothing. <paramref name="configure"/> runs last, for interceptors.
    /// </summary>
    public static IServiceCollection AddArchive(
        this IServiceCollection services,
        ArchiveOptions options,
        Action<DbContextOptionsBuilder>? configure = null
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        var file = new ArchiveFile(options);
        services.AddSingleton(file);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddPooledDbContextFactory<SqliteArchiveContext>(builder => UseSqlite(builder, options, file, configure));
            services.AddSingleton<IDbContextFactory<ArchiveContext>, ArchiveContextFactory<SqliteArchiveContext>>();
        }
        else
        {
            services.AddPooledDbContextFactory<PostgreSqlArchiveContext>(builder => UsePostgreSql(builder, options, configure));
            services.AddSingleton<IDbContextFactory<ArchiveContext>, ArchiveContextFactory<PostgreSqlArchiveContext>>();
        }

        services.AddSingleton<ArchiveTransactions>();
        services.TryAddSingleton(SchemaGeneration.OfThisVersion);
        services.AddSingleton<ArchiveMigrator>();
        services.AddSingleton<ArchiveProbe>();
        services.AddSingleton<BriefingArchive>();
        services.AddSingleton<WatchStore>();
        services.TryAddSingleton(new RetentionOptions());
        services.AddSingleton<ArchiveRetention>();
        return services;
    }

    private static void UseSqlite(
        DbContextOptionsBuilder builder,
        ArchiveOptions options,
        ArchiveFile file,
        Action<DbContextOptionsBuilder>? configure
    )
    {
        builder.UseSqlite(options.EffectiveConnectionString()).AddInterceptors(new SqlitePragmas(file));
        Quieten(builder);
        configure?.Invoke(builder);
    }

    private static void UsePostgreSql(DbContextOptionsBuilder builder, ArchiveOptions options, Action<DbContextOptionsBuilder>? configure)
    {
        // No EnableRetryOnFailure: it would retry single writes whose outcome is unknown. ArchiveTransactions retries whole units.
        builder.UseNpgsql(options.EffectiveConnectionString());
        Quieten(builder);
        configure?.Invoke(builder);
    }

    /// <summary>
    /// Failures reach the caller as exceptions; logging them here too would duplicate them. A test checks that the
    /// migrations match the model: checking at every first start would cost 0.4 s.
    /// </summary>
    private static void Quieten(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings =>
            warnings.Ignore(
                RelationalEventId.CommandError,
                CoreEventId.QueryIterationFailed,
                RelationalEventId.ConnectionError,
                CoreEventId.SaveChangesFailed,
                RelationalEventId.PendingModelChangesWarning
            )
        );
}

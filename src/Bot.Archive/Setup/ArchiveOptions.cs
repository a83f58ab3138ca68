using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Archive.Setup;

/// <summary>The supported databases.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Location of the archive. The configuration's <c>Database</c> section.</summary>
public sealed class ArchiveOptions
{
    /// <summary>Connections of one process to PostgreSQL, unless its connection string says <c>Maximum Pool Size</c>.</summary>
    public const int MostConnections = 16;

    /// <summary>
    /// Statements that a connection to PostgreSQL keeps prepared, unless its connection string says <c>Max Auto Prepare</c>: planning one
    /// takes longer than most answers' statements do. 0 there suits a pooler in front that knows no prepared statements.
    /// </summary>
    public const int MostPrepared = 100;

    private const string PoolSize = "Maximum Pool Size";
    private const string Prepared = "Max Auto Prepare";
    private const string Reset = "No Reset On Close";

    /// <summary>The embedded default: a file below the caller's folder.</summary>
    public const string DefaultConnectionString = "Data Source=./data/bot.db";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>
    /// ADO.NET connection string of the provider. If empty, <see cref="DefaultConnectionString"/> for SQLite; PostgreSQL
    /// has no default.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Absolute path of the SQLite file, with symbolic links resolved; null for in-memory databases and PostgreSQL.</summary>
    public string? SqliteFile()
    {
        if (Provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var builder = new SqliteConnectionStringBuilder(EffectiveConnectionString());
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:")
        {
            return null;
        }

        var file = new FileInfo(Path.GetFullPath(builder.DataSource));
        return (file.LinkTarget is null ? null : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName) ?? file.FullName;
    }

    /// <summary>The connection string to use.</summary>
    /// <exception cref="ArchiveException">PostgreSQL without a connection string.</exception>
    public string EffectiveConnectionString()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            return Provider == DatabaseProvider.Sqlite ? DefaultConnectionString : throw ArchiveException.NoConnectionString();
        }

        return Provider == DatabaseProvider.Sqlite ? ConnectionString : Bounded(ConnectionString);
    }

    /// <summary>The driver's own bound of a hundred connections a process is what a usual server has for all.</summary>
    private static string Bounded(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!builder.Keys.Any(key => key == PoolSize))
        {
            builder.MaxPoolSize = Math.Max(MostConnections, builder.MinPoolSize);
        }

        if (!builder.Keys.Any(key => key == Prepared))
        {
            builder.MaxAutoPrepare = MostPrepared;
        }

        if (!builder.Keys.Any(key => key == Reset))
        {
            // Nothing here leaves a state behind in a session, and setting one back costs the server as much as a statement.
            builder.NoResetOnClose = true;
        }

        return builder.ConnectionString;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bot.Archive.Setup;

/// <summary>Lets <c>dotnet ef</c> build the SQLite model; no file is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteArchiveContext>
{
    public SqliteArchiveContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteArchiveContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef</c> build the PostgreSQL model; no server is contacted.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlArchiveContext>
{
    public PostgreSqlArchiveContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlArchiveContext>().UseNpgsql("Host=localhost;Database=bot").Options);
}

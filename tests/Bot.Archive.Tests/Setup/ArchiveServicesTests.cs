using Bot.Archive.Setup;
using Bot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Setup;

public sealed class ArchiveServicesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_SQLite_connection_is_durable_and_waits_for_other_writers(string pragma, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        for (var connection = 0; connection < 2; connection++)
        {
            await using var context = database.CreateContext();
            await context.Database.OpenConnectionAsync(Cancel);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(value, (await command.ExecuteScalarAsync(Cancel))!.ToString());
            SqliteConnection.ClearAllPools();
        }
    }

    [Fact]
    public void The_default_is_a_file_below_the_callers_folder() =>
        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "data", "bot.db"), new ArchiveOptions().SqliteFile());

    [Fact]
    public void PostgreSql_without_a_connection_string_says_which_key_is_missing()
    {
        var missing = Assert.Throws<ArchiveException>(() =>
            new ArchiveOptions { Provider = DatabaseProvider.PostgreSql }.EffectiveConnectionString()
        );

        Assert.Contains("Database:ConnectionString", missing.Text.Japanese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=localhost", ArchiveOptions.MostConnections)]
    [InlineData("Host=localhost;Minimum Pool Size=30", 30)]
    [InlineData("Host=localhost;MaxPoolSize=100", 100)]
    [InlineData("Host=localhost;maximum pool size=7", 7)]
    public void A_process_takes_few_connections_of_PostgreSQL_unless_it_is_told_otherwise(string connectionString, int most)
    {
        var options = new ArchiveOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = connectionString };

        Assert.Equal(most, new Npgsql.NpgsqlConnectionStringBuilder(options.EffectiveConnectionString()).MaxPoolSize);
    }

    [Theory]
    [InlineData("Host=localhost", true)]
    [InlineData("Host=localhost;No Reset On Close=false", false)]
    public void A_session_on_postgresql_is_set_back_only_if_its_connection_string_says_so(string connectionString, bool isKept)
    {
        var options = new ArchiveOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = connectionString };

        Assert.Equal(isKept, new Npgsql.NpgsqlConnectionStringBuilder(options.EffectiveConnectionString()).NoResetOnClose);
    }

    [Theory]
    [InlineData("Host=localhost", ArchiveOptions.MostPrepared)]
    [InlineData("Host=localhost;Max Auto Prepare=0", 0)]
    [InlineData("Host=localhost;max auto prepare=7", 7)]
    public void Statements_that_come_again_stay_prepared_unless_it_is_told_otherwise(string connectionString, int most)
    {
        var options = new ArchiveOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = connectionString };

        Assert.Equal(most, new Npgsql.NpgsqlConnectionStringBuilder(options.EffectiveConnectionString()).MaxAutoPrepare);
    }

    [Theory, BothDatabases]
    public async Task The_factory_yields_the_configured_databases_context(TestDatabase database)
    {
        await using var context = database.CreateContext();

        Assert.Equal(
            database.Provider == DatabaseProvider.Sqlite ? typeof(SqliteArchiveContext) : typeof(PostgreSqlArchiveContext),
            context.GetType()
        );
    }

    [Theory, BothDatabases]
    public async Task Instants_come_back_exactly_and_order_as_instants(TestDatabase database)
    {
        var tokyo = new DateTimeOffset(2026, 1, 6, 7, 30, 0, TimeSpan.FromHours(9)).AddTicks(7);
        await using (var context = database.CreateContext())
        {
            context.Audit.Add(
                new()
                {
                    At = tokyo,
                    Actor = "cli",
                    Action = "a",
                    Target = "t",
                }
            );
            context.Audit.Add(
                new()
                {
                    At = tokyo.ToUniversalTime().AddTicks(-1),
                    Actor = "cli",
                    Action = "b",
                    Target = "t",
                }
            );
            await context.SaveChangesAsync(Cancel);
        }

        await using var reading = database.CreateContext();
        var entries = await reading.Audit.OrderBy(entry => entry.At).ToListAsync(Cancel);
        Assert.Equal(["b", "a"], entries.Select(entry => entry.Action));
        Assert.Equal((tokyo, TimeSpan.Zero), (entries[1].At, entries[1].At.Offset));
    }
}

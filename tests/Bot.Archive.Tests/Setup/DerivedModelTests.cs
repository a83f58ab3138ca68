using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bot.Archive.Setup;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Setup;

/// <summary>What <c>deploy/derive-model.sh</c> writes is what the entities and migrations of today say.</summary>
public sealed class DerivedModelTests
{
    private const string Advice = "Stale: run deploy/derive-model.sh.";

    /// <summary>Everything that makes a schema: SQLite keeps the statements.</summary>
    private const string SqliteSchema = """
        SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS "Value" FROM sqlite_master WHERE name NOT LIKE '%__EFMigrationsLock%'
        UNION ALL SELECT "MigrationId" || ' ' || "ProductVersion" FROM "__EFMigrationsHistory" ORDER BY 1
        """;

    private const string PostgreSqlSchema = """
        SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity) AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT concat_ws(' ', "MigrationId", "ProductVersion") FROM "__EFMigrationsHistory" ORDER BY 1
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(DatabaseProvider.Sqlite), InlineData(DatabaseProvider.PostgreSql)]
    public void The_script_of_a_new_database_is_that_of_the_migrations(DatabaseProvider provider)
    {
        using var services = new ServiceCollection()
            .AddArchive(new ArchiveOptions { Provider = provider, ConnectionString = Nowhere(provider) })
            .BuildServiceProvider();
        using var context = services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContext();

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        var schema = ArchiveSchema.Of(provider);
        Assert.True(Ended(Lines(script)) == Lines(schema.Script), Advice);
        Assert.Equal(context.Database.GetMigrations(), schema.Migrations.Order(StringComparer.Ordinal));
    }

    [Theory, EmptyDatabases]
    public async Task A_new_database_is_the_one_that_all_migrations_make(EmptyDatabase database)
    {
        await using var migrated = await EmptyDatabase.CreateAsync(database.Options.Provider);
        ArchiveFile.Prepare(migrated.Options);
        await using (var context = await ContextAsync(migrated))
        {
            await context.Database.MigrateAsync(Cancel);
        }

        await database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel);

        var expected = await SchemaAsync(migrated);
        Assert.Contains(expected, line => line.Contains("IX_", StringComparison.Ordinal));
        Assert.Equal(expected, await SchemaAsync(database));
    }

    [Theory, InlineData(typeof(SqliteArchiveContext)), InlineData(typeof(PostgreSqlArchiveContext))]
    public void The_compiled_model_is_that_of_the_entities(Type context)
    {
        var database = context.Name[..^nameof(ArchiveContext).Length];
        var written = Directory.CreateTempSubdirectory("bot-compiled-").FullName;
        try
        {
#pragma warning disable EF1001 // The tool has no other way in.
            var tool = new DbContextOperations(
                new OperationReporter(null),
                typeof(ArchiveContext).Assembly,
                typeof(DerivedModelTests).Assembly,
                project: "Bot.Archive",
                projectDir: Product(),
                rootNamespace: "Bot.Archive",
                language: "C#",
                nullable: true,
                args: []
            );
            tool.Optimize(
                written,
                $"Bot.Archive.Compiled.{database}",
                context.Name,
                suffix: null,
                scaffoldModel: true,
                precompileQueries: false,
                nativeAot: false
            );
#pragma warning restore EF1001

            var now = Files(written);
            var kept = Files(Path.Combine(Product(), "Compiled", database));
            Assert.Equal(now.Keys, kept.Keys);
            Assert.All(now, file => Assert.True(file.Value == kept[file.Key], $"{file.Key}: {Advice}"));
        }
        finally
        {
            Directory.Delete(written, recursive: true);
        }
    }

    [Theory, BothDatabases]
    public void The_compiled_model_is_the_one_in_use(TestDatabase database)
    {
        using var context = database.CreateContext();

        Assert.Equal($"{context.GetType().Name}Model", context.Model.GetType().Name);
    }

    private static SortedDictionary<string, string> Files(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*.cs")
                .ToDictionary(file => Path.GetFileName(file), file => WithoutId(Lines(File.ReadAllText(file))))
        );

    /// <summary>Statements that a migration gives as text have no end of their own.</summary>
    private static string Ended(string script) => Regex.Replace(script, @"([^;\s])[ \t]*\n(?=\n)", "$1;\n");

    /// <summary>Each writing gives the model an id of its own.</summary>
    private static string WithoutId(string code) => Regex.Replace(code, @"new Guid\(""[^""]*""\)", "");

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    private static string Product([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Bot.Archive"));

    private static string Nowhere(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Host=localhost;Database=bot";

    private static Task<ArchiveContext> ContextAsync(EmptyDatabase database) =>
        database.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);

    private static async Task<List<string>> SchemaAsync(EmptyDatabase database)
    {
        await using var context = await ContextAsync(database);
        var query = database.Options.Provider == DatabaseProvider.Sqlite ? SqliteSchema : PostgreSqlSchema;
        return await context.Database.SqlQueryRaw<string>(query).ToListAsync(Cancel);
    }
}

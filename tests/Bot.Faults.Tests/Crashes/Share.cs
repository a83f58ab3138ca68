using System.Globalization;
using Bot.Archive.Setup;
using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Crashes;

/// <summary>How much of the crashes is run: CI's share, or with BOT_FAULTS=all every combination and 300 random kills.</summary>
internal static class Share
{
    public static bool IsAll { get; } = Environment.GetEnvironmentVariable("BOT_FAULTS") == "all";

    /// <summary>Of what is random; BOT_FAULTS_SEED repeats a run.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20260106;

    private const string PostgreSqlVariable = "BOT_TEST_POSTGRES";

    private static readonly bool HasPostgreSql = Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 };

    /// <summary>An empty database; skips the test where PostgreSQL is wanted and there is none.</summary>
    public static Task<TestDatabase> DatabaseAsync(DatabaseProvider provider)
    {
        Assert.SkipUnless(provider == DatabaseProvider.Sqlite || HasPostgreSql, $"{PostgreSqlVariable} names no PostgreSQL server.");
        return TestDatabase.CreateAsync(provider);
    }

    /// <summary>Every combination, or one a checkpoint: another database and another post each time.</summary>
    public static TheoryData<string, DatabaseProvider, string> Of(params IEnumerable<(string Checkpoint, string Post)>[] scenes)
    {
        var data = new TheoryData<string, DatabaseProvider, string>();
        DatabaseProvider[] providers = HasPostgreSql ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql] : [DatabaseProvider.Sqlite];
        var turn = 0;
        foreach (var checkpoint in scenes.SelectMany(scene => scene).GroupBy(scene => scene.Checkpoint))
        {
            var combinations = checkpoint.SelectMany(scene => providers.Select(provider => (scene.Post, provider))).ToList();
            foreach (var (post, provider) in IsAll ? combinations : [combinations[turn++ % combinations.Count]])
            {
                data.Add(checkpoint.Key, provider, post);
            }
        }

        return data;
    }
}

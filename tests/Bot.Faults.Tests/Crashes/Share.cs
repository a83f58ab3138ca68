using System.Globalization;
using Bot.Archive.Setup;
using Bot.Delivery;
using Bot.Faults.Tests.Staging;
using Bot.Testing;
using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Crashes;

/// <summary>How many of the crash tests to run: CI's share, or with BOT_EFFORT=full every combination and 300 random kills.</summary>
internal static class Share
{
    public static bool IsAll => Effort.IsFull;

    /// <summary>Random seed; BOT_FAULTS_SEED repeats a run.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20260106;

    /// <summary>Random kills per platform in a full run; BOT_FAULTS_KILLS sets another number.</summary>
    public static int Kills { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 300;

    private const string PostgreSqlVariable = "BOT_TEST_POSTGRES";

    private static readonly bool HasPostgreSql = Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 };

    private static IReadOnlyList<DatabaseProvider> Providers { get; } =
        HasPostgreSql ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql] : [DatabaseProvider.Sqlite];

    /// <summary>An empty database; skips the test if PostgreSQL is wanted but not available.</summary>
    public static Task<TestDatabase> DatabaseAsync(DatabaseProvider provider)
    {
        Assert.SkipUnless(provider == DatabaseProvider.Sqlite || HasPostgreSql, $"{PostgreSqlVariable} names no PostgreSQL server.");
        return TestDatabase.CreateAsync(provider);
    }

    /// <summary>Every platform on every available database.</summary>
    public static IReadOnlyList<(Platforms Platform, DatabaseProvider Provider)> Places { get; } =
    [.. from platform in Enum.GetValues<Platforms>() from provider in Providers select (platform, provider)];

    /// <summary>Scenes for rows that start processes, which takes seconds: all of them, or each platform on one database.</summary>
    /// <param name="turn">Two tests with different turns use different databases.</param>
    public static IEnumerable<(Platforms Platform, DatabaseProvider Provider)> ProcessScenes(int turn) =>
        IsAll ? Places : Enum.GetValues<Platforms>().Select(platform => (platform, Providers[((int)platform + turn) % Providers.Count]));

    /// <summary>
    /// Scenes for rows that are the same on every platform: the test chat on both databases, and the others too in a full run.
    /// </summary>
    public static IReadOnlyList<(Platforms Platform, DatabaseProvider Provider)> Scenes { get; } =
    [.. Places.Where(place => IsAll || place.Platform == Platforms.TestChat || place.Provider == DatabaseProvider.Sqlite)];

    /// <summary>
    /// Every combination, or one per checkpoint, with a different database, post and platform each time, so that all of them are covered
    /// over the checkpoints.
    /// </summary>
    public static TheoryData<string, DatabaseProvider, string, Platforms> Of(params IEnumerable<(string Checkpoint, string Post)>[] scenes)
    {
        var data = new TheoryData<string, DatabaseProvider, string, Platforms>();
        foreach (var checkpoint in scenes.SelectMany(scene => scene).GroupBy(scene => scene.Checkpoint))
        {
            var combinations = (
                from post in checkpoint.Select(scene => scene.Post)
                from place in Places
                select (post, place.Platform, place.Provider)
            ).ToList();
            // A stride that is coprime to the number of combinations, with a different start for each checkpoint.
            var turn = DeliveryCheckpoints.All.ToList().IndexOf(checkpoint.Key) * 7 % combinations.Count;
            foreach (var (post, platform, provider) in IsAll ? combinations : [combinations[turn]])
            {
                data.Add(checkpoint.Key, provider, post, platform);
            }
        }

        return data;
    }
}

using System.Globalization;
using Bot.Archive.Setup;
using Bot.Delivery;
using Bot.Faults.Tests.Staging;
using Bot.Testing;
using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Crashes;

/// <summary>How much of the crashes is run: CI's share, or with BOT_EFFORT=full every combination and 300 random kills.</summary>
internal static class Share
{
    public static bool IsAll => Effort.IsFull;

    /// <summary>Of what is random; BOT_FAULTS_SEED repeats a run.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20260106;

    /// <summary>Random kills that each platform gets when everything is run; BOT_FAULTS_KILLS sets another number.</summary>
    public static int Kills { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 300;

    private const string PostgreSqlVariable = "BOT_TEST_POSTGRES";

    private static readonly bool HasPostgreSql = Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 };

    private static IReadOnlyList<DatabaseProvider> Providers { get; } =
        HasPostgreSql ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql] : [DatabaseProvider.Sqlite];

    /// <summary>An empty database; skips the test where PostgreSQL is wanted and there is none.</summary>
    public static Task<TestDatabase> DatabaseAsync(DatabaseProvider provider)
    {
        Assert.SkipUnless(provider == DatabaseProvider.Sqlite || HasPostgreSql, $"{PostgreSqlVariable} names no PostgreSQL server.");
        return TestDatabase.CreateAsync(provider);
    }

    /// <summary>Every platform on every database that is there.</summary>
    public static IReadOnlyList<(Platforms Platform, DatabaseProvider Provider)> Places { get; } =
    [.. from platform in Enum.GetValues<Platforms>() from provider in Providers select (platform, provider)];

    /// <summary>The places of rows that start processes, which costs seconds: all of them, or each platform on one database.</summary>
    /// <param name="turn">Of two tests whose turns differ, the one plays on the databases that the other does not.</param>
    public static IEnumerable<(Platforms Platform, DatabaseProvider Provider)> ProcessScenes(int turn) =>
        IsAll ? Places : Enum.GetValues<Platforms>().Select(platform => (platform, Providers[((int)platform + turn) % Providers.Count]));

    /// <summary>
    /// Where rows that are the same on every platform play: on both databases the test chat, and the others too when everything is run.
    /// </summary>
    public static IReadOnlyList<(Platforms Platform, DatabaseProvider Provider)> Scenes { get; } =
    [.. Places.Where(place => IsAll || place.Platform == Platforms.TestChat || place.Provider == DatabaseProvider.Sqlite)];

    /// <summary>
    /// Every combination, or one a checkpoint: another database, post and platform each time, so that all of them meet over
    /// the checkpoints.
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
            // A stride that is prime to the number of combinations, begun elsewhere for each checkpoint.
            var turn = DeliveryCheckpoints.All.ToList().IndexOf(checkpoint.Key) * 7 % combinations.Count;
            foreach (var (post, platform, provider) in IsAll ? combinations : [combinations[turn]])
            {
                data.Add(checkpoint.Key, provider, post, platform);
            }
        }

        return data;
    }
}

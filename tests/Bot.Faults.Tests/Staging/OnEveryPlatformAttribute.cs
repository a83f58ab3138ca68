using System.Reflection;
using Bot.Faults.Tests.Crashes;
using Bot.Testing.Databases;
using Xunit.Sdk;
using Xunit.v3;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// Runs a row on every platform: <c>[Theory, OnEveryPlatform] public async Task A6_X(Scene scene)</c>. The test chat plays on
/// both databases; the others on SQLite, and with BOT_EFFORT=full on PostgreSQL too. Further arguments follow the scene.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEveryPlatformAttribute(params object?[] arguments) : DataAttribute
{
    /// <summary>Null: all of them.</summary>
    public Platforms[]? Only { get; set; }

    /// <summary>The test starts processes: each platform on one database only, unless everything is run.</summary>
    public bool Processes { get; set; }

    /// <summary>With <see cref="Processes"/>: 1 for the databases that 0 leaves out.</summary>
    public int Turn { get; set; }

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (
            var (platform, provider) in (Processes ? Share.ProcessScenes(Turn) : Share.Scenes).Where(scene =>
                Only is null || Only.Contains(scene.Platform)
            )
        )
        {
            var database = await TestDatabase.CreateAsync(provider);
            disposalTracker.Add(database);
            rows.Add(new TheoryDataRow([new Scene(database, platform), .. arguments]));
        }

        return rows;
    }

    // A database is made when the test runs, not when it is listed.
    public override bool SupportsDiscoveryEnumeration() => false;
}

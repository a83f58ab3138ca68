using Bot.Archive.Setup;
using Bot.Faults.Tests.Processes;
using Bot.Testing;
using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Row D12: several processes start on one database at the same time.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly int Times = Effort.Of(usual: 2, full: 5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-starts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Fault", "D12")]
    public async Task D12_Two_processes_that_start_on_an_empty_database_at_once_both_come_up_quietly()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES") is { Length: > 0 },
            "BOT_TEST_POSTGRES names no PostgreSQL server."
        );
        for (var time = 0; time < Times; time++)
        {
            await using var database = await EmptyDatabase.CreateAsync(DatabaseProvider.PostgreSql);
            var settings = new Dictionary<string, string>
            {
                ["Database__Provider"] = nameof(DatabaseProvider.PostgreSql),
                ["Database__ConnectionString"] = database.Options.ConnectionString,
                ["Jobs__Storage"] = "PostgreSql",
                ["Secrets__MasterKey"] = "a master key of a test, long enough for it",
                ["Web__Url"] = "http://127.0.0.1:0",
                // It warns of a busy machine, which is not what this is about.
                ["Logging__LogLevel__Microsoft.AspNetCore.Server.Kestrel"] = "Error",
            };
            await using var first = Child.Start(_folder.FullName, Trace($"{time}-1"), settings, order: null, isRead: true);
            await using var second = Child.Start(_folder.FullName, Trace($"{time}-2"), settings, order: null, isRead: true);
            foreach (var child in new[] { first, second })
            {
                await child.AddressAsync();
                var cameUp = child.Transcript;
                child.Signal(KillOrder.Terminate);
                Assert.Equal(0, await child.ExitAsync());
                AssertHasNone(cameUp, " warn: ");
                // Of a slow stop on a busy machine Hangfire may warn.
                AssertHasNone(child.Transcript, " fail: ");
                AssertHasNone(child.Transcript, " crit: ");
            }
        }
    }

    private static void AssertHasNone(string transcript, string level) =>
        Assert.False(transcript.Contains(level, StringComparison.Ordinal), transcript);

    private string Trace(string name) => Path.Combine(_folder.FullName, name);
}

using System.Text;
using Bot.Archive.Installations;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Serving;

/// <summary>A start with another master key than the one that the stored keys were sealed with, and the ways to change it.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class MasterKeyTests : IDisposable
{
    private const string Old = "canary-master-key-of-last-year-51b7e0";
    private const string New = "canary-master-key-of-this-year-c94d20";

    private readonly Bench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Theory, BothDatabases]
    public async Task G1_A_wrong_master_key_starts_nothing_writes_nothing_and_says_what_to_do(TestDatabase database)
    {
        On(database, _bench);
        // Already the first start seals a key, so that a second process with another master key is refused before there is a token.
        Assert.Equal(ExitCode.Done, await ServeAsync(Old));
        var before = await DumpAsync(database);
        Assert.Contains("sealed", before, StringComparison.Ordinal);

        foreach (var wrong in new[] { New, "" })
        {
            _bench.Set("Secrets:MasterKey", wrong);
            var refused = await _bench.RunAsync("serve");
            Assert.Equal(ExitCode.Failed, refused.Code);
            Assert.Contains("Secrets:MasterKey", Assert.Single(Lines(refused.Error)), StringComparison.Ordinal);
            Assert.Empty(refused.Output);

            var examined = await _bench.RunAsync("doctor");
            Assert.Equal(ExitCode.Failed, examined.Code);
            Assert.Contains(
                Lines(examined.Output),
                line =>
                    line.StartsWith("FAIL secrets", StringComparison.Ordinal)
                    && line.Contains("Secrets:FormerMasterKeys", StringComparison.Ordinal)
            );
            Assert.Empty(examined.Error);
            Assert.DoesNotContain("canary", refused.Error + examined.Output + examined.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, await DumpAsync(database));
        Assert.Equal(ExitCode.Done, await ServeAsync(Old));
    }

    [Theory, BothDatabases]
    public async Task A_process_that_cannot_open_the_keys_stores_no_token(TestDatabase database)
    {
        On(database, _bench);
        Assert.Equal(ExitCode.Done, await ServeAsync(Old));
        await SaveAsync(database, Old, "right");
        var before = await DumpAsync(database);

        await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(database, New, "wrong"));

        Assert.Equal(before, await DumpAsync(database));
        Assert.Equal("right", await TokenAsync(database, Old));
    }

    [Theory, BothDatabases]
    public async Task G1_The_master_key_is_changed_by_starting_once_with_both(TestDatabase database)
    {
        On(database, _bench);
        Assert.Equal(ExitCode.Done, await ServeAsync(Old));
        await SaveAsync(database, Old, "kept");

        using var between = On(database, new Bench().Set("Secrets:FormerMasterKeys:0", Old));
        Assert.Equal(ExitCode.Done, await ServeAsync(New, between));

        Assert.Equal(ExitCode.Done, await ServeAsync(New));
        Assert.Equal("kept", await TokenAsync(database, New));
        Assert.Equal(ExitCode.Failed, (await _bench.Set("Secrets:MasterKey", Old).RunAsync("serve")).Code);
    }

    [Theory, BothDatabases]
    public async Task Who_has_lost_the_master_key_forgets_the_tokens_and_goes_on(TestDatabase database)
    {
        On(database, _bench);
        Assert.Equal(ExitCode.Done, await ServeAsync(Old));
        await SaveAsync(database, Old, "lost");
        Assert.Contains("nothing was removed", (await _bench.RunAsync("secrets", "forget")).Output, StringComparison.Ordinal);

        var forgotten = await _bench.Set("Secrets:MasterKey", New).RunAsync("secrets", "forget");

        Assert.Equal((ExitCode.Done, "1 keys and 1 tokens"), (forgotten.Code, forgotten.Output.Split(" were")[0]));
        Assert.Equal(ExitCode.Done, await ServeAsync(New));
        Assert.Null(await TokenAsync(database, New));
        await SaveAsync(database, New, "set again");
        Assert.Equal("set again", await TokenAsync(database, New));
    }

    private static Bench On(TestDatabase database, Bench bench) =>
        bench
            .Set("Web:Url", "http://127.0.0.1:0")
            .Set("Database:Provider", database.Provider.ToString())
            .Set("Database:ConnectionString", database.Options.ConnectionString);

    /// <summary>Starts the service and, once it serves, stops it.</summary>
    private async Task<int> ServeAsync(string masterKey, Bench? on = null)
    {
        var bench = (on ?? _bench).Set("Secrets:MasterKey", masterKey);
        using var output = new SpokenLine("http://");
        using var error = new StringWriter();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var serving = VerbTree.RunAsync(["serve"], bench.CommandLineContext(output, error), end.Token);
        await Task.WhenAny(serving, output.Said.WaitAsync(Bench.Patience, Cancellation));
        await end.CancelAsync();
        var code = await serving.WaitAsync(Bench.Patience, Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine(error.ToString());
        return code;
    }

    private static async Task SaveAsync(TestDatabase database, string masterKey, string token)
    {
        await using var storage = Storage(database, masterKey);
        await storage
            .GetRequiredService<IInstallations>()
            .SaveAsync(new Installation(PlatformId.Slack, "T1", new Secret(token)), "slack:T1", Cancellation);
    }

    private static async Task<string?> TokenAsync(TestDatabase database, string masterKey)
    {
        await using var storage = Storage(database, masterKey);
        return (await storage.GetRequiredService<IInstallations>().FindAsync(PlatformId.Slack, "T1", Cancellation))?.Token.Reveal();
    }

    private static ServiceProvider Storage(TestDatabase database, string masterKey) =>
        new ServiceCollection()
            .AddLogging()
            .AddArchive(database.Options)
            .AddPlatformStorage(new SecretsOptions { MasterKey = masterKey })
            .BuildServiceProvider();

    private static async Task<string> DumpAsync(TestDatabase database)
    {
        var text = new StringBuilder();
        await using var context = database.CreateContext();
        await context.Database.OpenConnectionAsync(Cancellation);
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    text.Append(reader.GetName(column)).Append('=').Append(reader.GetValue(column)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

using System.Text;
using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Installations;

public sealed class InstallationStoreTests
{
    private const string Token = "xoxb-canary-4711-do-not-leak";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_is_saved_is_found_by_another_process(TestDatabase database)
    {
        await using var one = new Process(database);
        await using var two = new Process(database);
        var saved = new Installation(PlatformId.Slack, "T1", new Secret(Token))
        {
            Name = "Harbour",
            BotUser = "U1",
            Bot = "B1",
            Application = "A1",
            Scopes = ["chat:write", "channels:history"],
        };

        await one.Installations.SaveAsync(saved, "slack:T1", Cancel);

        var found = await two.Installations.FindAsync(PlatformId.Slack, "T1", Cancel);
        Assert.Equal(saved with { Scopes = [] }, found! with { Scopes = [], InstalledAt = null });
        Assert.Equal(database.Clock.Now, found.InstalledAt);
        Assert.Equal(saved.Scopes, found.Scopes);
        Assert.Equal("T1", Assert.Single(await two.Installations.ListAsync(PlatformId.Slack, Cancel)).Workspace);
        Assert.Null(await two.Installations.FindAsync(PlatformId.Slack, "T2", Cancel));
        Assert.Null(await two.Installations.FindAsync(PlatformId.Discord, "T1", Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_is_saved_while_the_first_reading_is_on_its_way_is_found_right_after(TestDatabase database)
    {
        var first = new HeldReading("installations");
        await using var process = new Process(database, configure: builder => builder.AddInterceptors(first));
        var before = process.Installations.FindAsync(PlatformId.Slack, "T1", Cancel).AsTask();
        await first.HasRead.WaitAsync(Cancel);

        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);
        first.Release();
        await before;

        Assert.NotNull(await process.Installations.FindAsync(PlatformId.Slack, "T1", Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_workspace_without_one_of_its_own_has_the_one_for_every_workspace(TestDatabase database)
    {
        await using var process = new Process(database);
        await process.Installations.SaveAsync(Of(PlatformId.Discord, Installation.EveryWorkspace, "shared"), "discord", Cancel);
        await process.Installations.SaveAsync(Of(PlatformId.Discord, "1", "own"), "discord:1", Cancel);

        Assert.Equal("own", (await process.Installations.FindAsync(PlatformId.Discord, "1", Cancel))!.Token.Reveal());
        Assert.Equal("shared", (await process.Installations.FindAsync(PlatformId.Discord, "2", Cancel))!.Token.Reveal());

        await process.Installations.RemoveAsync(PlatformId.Discord, "1", Cancel);
        await process.Installations.RemoveAsync(PlatformId.Discord, "1", Cancel);
        Assert.Equal("shared", (await process.Installations.FindAsync(PlatformId.Discord, "1", Cancel))!.Token.Reveal());
    }

    [Theory, BothDatabases]
    public async Task A_token_cannot_be_read_from_a_dump(TestDatabase database)
    {
        await using (var process = new Process(database))
        {
            await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);
        }

        var dump = await Dump.OfAsync(database);
        Assert.Contains("installations Workspace T1", dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Token))[..20], dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Process.MasterKey, dump, StringComparison.Ordinal);
        // The database dump alone, including its keys, does not reveal the token.
        await using var thief = new Process(database, new SecretsOptions());
        Assert.Null(await thief.Installations.FindAsync(PlatformId.Slack, "T1", Cancel));
        await using var guesser = new Process(database, new SecretsOptions { MasterKey = "another master key, also long enough" });
        Assert.Null(await guesser.Installations.FindAsync(PlatformId.Slack, "T1", Cancel));
    }

    [Fact]
    public async Task A_token_stands_nowhere_in_the_bytes_of_the_database_file()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var process = new Process(database))
        {
            await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);
            await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token + "-second"), "slack:T1", Cancel);
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database.Options.SqliteFile()!)!))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancel);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Token)) < 0, Path.GetFileName(file));
        }
    }

    [Theory, BothDatabases]
    public async Task A_token_copied_to_another_row_cannot_be_read(TestDatabase database)
    {
        await using var process = new Process(database);
        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);
        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T2", "other"), "slack:T2", Cancel);
        await using (var context = database.CreateContext())
        {
            var stolen = await context
                .Installations.Where(row => row.Workspace == "T1")
                .Select(row => row.ProtectedToken)
                .SingleAsync(Cancel);
            await context
                .Installations.Where(row => row.Workspace == "T2")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ProtectedToken, stolen), Cancel);
        }

        await using var other = new Process(database);
        Assert.Null(await other.Installations.FindAsync(PlatformId.Slack, "T2", Cancel));
        Assert.NotNull(await other.Installations.FindAsync(PlatformId.Slack, "T1", Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_replaced_token_ends_the_pause_of_its_refusal_and_the_same_one_does_not(TestDatabase database)
    {
        await using var process = new Process(database);
        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", "first"), "slack:T1", Cancel);
        await PauseAsync(database, PauseScopes.Token("slack:T1"), Reasons.TokenRefused);
        await PauseAsync(database, PauseScopes.Token("slack:T2"), Reasons.TokenRefused);
        await process
            .Get<AlertLedger>()
            .OpenAsync(
                new OperatorAlert(Reasons.TokenRefused, "token:slack:T1", null),
                database.Clock.Now,
                Telling.Told,
                Telling.Told,
                Cancel
            );

        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", "first") with { Name = "Harbour" }, "slack:T1", Cancel);
        Assert.Equal(["token:slack:T1", "token:slack:T2"], await PausesAsync(database));

        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", "second"), "slack:T1", Cancel);
        Assert.Equal(["token:slack:T2"], await PausesAsync(database));
        Assert.Empty(await process.Get<AlertLedger>().OpenOnesAsync(10, Cancel));
    }

    [Theory, BothDatabases]
    public async Task An_admins_own_pause_of_a_token_outlives_its_replacement(TestDatabase database)
    {
        await using var process = new Process(database);
        await PauseAsync(database, PauseScopes.Token("slack:T1"), Reasons.PausedByAdmin);

        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", "new"), "slack:T1", Cancel);

        Assert.Equal(["token:slack:T1"], await PausesAsync(database));
    }

    [Theory, BothDatabases]
    public async Task Saving_the_same_at_every_start_writes_nothing(TestDatabase database)
    {
        await using var process = new Process(database);
        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);
        var before = await Dump.OfAsync(database);
        database.Clock.Now += TimeSpan.FromDays(1);

        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);

        Assert.Equal(before, await Dump.OfAsync(database));
    }

    [Theory, BothDatabases]
    public async Task H6_Another_token_is_another_installation_and_the_same_one_is_not(TestDatabase database)
    {
        await using var process = new Process(database);
        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token), "slack:T1", Cancel);
        var first = database.Clock.Now;
        database.Clock.Now += TimeSpan.FromDays(1);

        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token) with { Name = "renamed" }, "slack:T1", Cancel);
        Assert.Equal(first, (await process.Installations.FindAsync(PlatformId.Slack, "T1", Cancel))!.InstalledAt);
        await process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", Token + "-2"), "slack:T1", Cancel);
        Assert.Equal(database.Clock.Now, (await process.Installations.FindAsync(PlatformId.Slack, "T1", Cancel))!.InstalledAt);
    }

    [Theory, BothDatabases]
    public async Task Two_processes_that_install_at_once_leave_one_row(TestDatabase database)
    {
        await using var one = new Process(database);
        await using var two = new Process(database);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(() =>
                        (number % 2 == 0 ? one : two).Installations.SaveAsync(
                            Of(PlatformId.Slack, "T1", $"token {number}"),
                            "slack:T1",
                            Cancel
                        )
                    )
                )
        );

        await using var context = database.CreateContext();
        Assert.Equal(1, await context.Installations.CountAsync(Cancel));
        Assert.StartsWith(
            "token ",
            (await one.Installations.FindAsync(PlatformId.Slack, "T1", Cancel))!.Token.Reveal(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_token_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var process = new Process(database);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            process.Installations.SaveAsync(Of(PlatformId.Slack, "T1", ""), "slack:T1", Cancel)
        );
    }

    private static Installation Of(PlatformId platform, string workspace, string token) => new(platform, workspace, new Secret(token));

    private static async Task PauseAsync(TestDatabase database, string scope, string reason)
    {
        await using var context = database.CreateContext();
        context.Add(
            new Pause
            {
                Scope = scope,
                Reason = reason,
                Since = database.Clock.Now,
            }
        );
        await context.SaveChangesAsync(Cancel);
    }

    private static async Task<List<string>> PausesAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Pauses.Select(pause => pause.Scope).Order().ToListAsync(Cancel);
    }
}

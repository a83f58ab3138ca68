using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Verbs;

public sealed class DoctorVerbTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task In_an_empty_folder_all_is_well_and_nothing_is_left_behind()
    {
        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Done, outcome.Code);
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines[..^1], line => Assert.StartsWith("ok", line, StringComparison.Ordinal));
        Assert.StartsWith("next: serve shows briefings at http://127.0.0.1:5080", lines[^1], StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Fact]
    public async Task A_used_database_is_migrated_and_in_WAL_mode()
    {
        await _bench.RunAsync("ask", "/help");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Contains("reachable and migrated", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("WAL", outcome.Output, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Processes_of_an_older_version_are_named_before_an_upgrade_and_a_newer_schema_is_refused(TestDatabase database)
    {
        Assert.SkipWhen(database.Provider == DatabaseProvider.Sqlite, "On SQLite the file's lock lets one process in.");
        _bench.Set("Database:Provider", "PostgreSql").Set("Database:ConnectionString", database.Options.ConnectionString);
        await using var context = database.CreateContext();
        var cancellation = TestContext.Current.CancellationToken;
        context.Add(
            new Bot.Archive.Entities.Lease
            {
                Token = "process:another",
                Owner = "another",
                ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(20),
            }
        );
        await context.SaveChangesAsync(cancellation);
        Assert.Contains(
            "ok   database: serve runs on it in 1 process(es)",
            (await _bench.RunAsync("doctor")).Output,
            StringComparison.Ordinal
        );

        await context.Database.ExecuteSqlAsync(
            $"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT max("MigrationId") FROM "__EFMigrationsHistory")""",
            cancellation
        );
        // Its newest migration only adds.
        Assert.Contains(
            "ok   database: 1 process(es) of an older version serve on it",
            (await _bench.RunAsync("doctor")).Output,
            StringComparison.Ordinal
        );

        await context.Database.ExecuteSqlAsync(
            $"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%\_Placeholders'""",
            cancellation
        );
        await context.ChangeCounts.Where(count => count.Name == Bot.Archive.Entities.ChangeCount.Schema).ExecuteDeleteAsync(cancellation);
        Assert.Contains(
            "warn database: 1 process(es) of an older version serve on it and cannot go on after this version's migration (another)",
            (await _bench.RunAsync("doctor")).Output,
            StringComparison.Ordinal
        );

        await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '10.0.0')""",
            cancellation
        );
        var refused = await _bench.RunAsync("doctor");
        Assert.Equal(ExitCode.Failed, refused.Code);
        Assert.Contains("29990101000000_Later", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_is_told_with_the_place()
    {
        _bench.Write("appsettings.json", "{\n  \"Web\": { \"Url\": \"http://127.0.0.1:0\" }\n  \"Slack\": {}\n}\n");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Matches("FAIL configuration: .*appsettings.json: is not JSON: look around line 3, column 3", outcome.Output);
        Assert.EndsWith("next: mend the lines marked FAIL and run doctor again\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, "set Intake")]
    [InlineData(true, false, "no channel is subscribed")]
    [InlineData(true, true, "set Intake")]
    public void The_next_step_follows_from_what_is_there(bool isOn, bool isSubscribed, string expected)
    {
        var options = new Bot.Configuration.BotOptions { Slack = new() { BotToken = isOn ? "xoxb-1" : "" } };
        var rows = isSubscribed
            ? new[]
            {
                new Bot.Archive.Entities.Subscription
                {
                    Platform = "slack",
                    Workspace = "T1",
                    Channel = "C1",
                    Series = "us-ai",
                },
            }
            : [];

        var next = Bot.Diagnosis.SetupStep.Of(options, [], rows).English;

        Assert.Contains(isOn ? expected : "set Slack:BotToken", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_key_is_a_line_and_fails()
    {
        _bench.Set("Intake:Inbx", "a").Set("Web:Url", "nowhere");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Equal(2, outcome.Output.Split('\n').Count(line => line.StartsWith("FAIL configuration", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_calendar_of_holidays_is_read_and_one_that_is_none_fails_with_the_reason()
    {
        _bench.Write(
            "us.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200704\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        _bench.Write("uk.ics", "<!doctype html>");
        _bench
            .Set("Holidays:Calendars:us", Path.Combine(_bench.Folder, "us.ics"))
            .Set("Holidays:Calendars:uk", Path.Combine(_bench.Folder, "uk.ics"));

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Matches("ok +Holidays.*us.*: [23] holidays", outcome.Output);
        Assert.Matches("FAIL +Holidays.*uk.*no iCalendar file", outcome.Output);
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_followed_stops_the_start_by_its_key()
    {
        _bench
            .Set("Series:0:Key", "us-ai")
            .Set("Series:0:Schedule:At", "08:00")
            .Set("Series:0:Schedule:Zone", "Asia/Tokio")
            .Set("Series:0:Schedule:Holidays:0", "us")
            .Set("Series:0:Schedule:Quiet", "22:00");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Matches("Series:0:Schedule:Zone.*Asia/Tokyo", outcome.Output);
        Assert.Matches("Series:0:Schedule:Holidays.*jp", outcome.Output);
        Assert.Matches("Series:0:Schedule:Quiet.*22:00", outcome.Output);
    }

    [Fact]
    public async Task A_token_that_can_be_guessed_fails_and_is_not_shown()
    {
        _bench.Set("Intake:ApiTokens:publisher", "canarycanarycanary");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("FAIL tokens: Intake:ApiTokens:publisher", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_fails_with_the_reason()
    {
        _bench.Write("data/bot.db", "this is no database, but long enough to look like a file with something in it");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("FAIL database", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails_without_its_password()
    {
        _bench
            .Set("Database:Provider", "PostgreSql")
            .Set("Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=bot;Password=canary;Timeout=2");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("FAIL database", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inbox_that_is_a_file_fails()
    {
        _bench.Write("inbox", "not a folder");
        _bench.Set("Intake:Inbox", "inbox");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Contains("FAIL inbox", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_inside_the_network_is_a_warning()
    {
        _bench.Set("Intake:Feeds:0:Url", "https://intranet.example/a.md?key=canary").Set("Intake:Feeds:0:AllowPrivate", "true");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("warn feeds: https://intranet.example/a.md:", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_kept_without_a_master_key_is_a_warning_until_there_is_one()
    {
        await using (var host = await HostServices.OpenAsync(_bench))
        {
            await host
                .Services.GetRequiredService<IInstallations>()
                .SaveAsync(
                    new Installation(PlatformId.Slack, "T1", new Secret("xoxb-canary")),
                    "slack:T1",
                    TestContext.Current.CancellationToken
                );
        }

        var bare = await _bench.RunAsync("doctor");
        _bench.Set("Secrets:MasterKey", "0c83be447d1b09c4f6e25a5f2c9a7be1d0");
        var wrapped = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Done, bare.Code);
        Assert.Contains("warn secrets", bare.Output, StringComparison.Ordinal);
        Assert.Contains("not wrapped yet", wrapped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", bare.Output + wrapped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_master_key_fails_and_says_what_to_do()
    {
        _bench.Set("Secrets:MasterKey", "0c83be447d1b09c4f6e25a5f2c9a7be1d0");
        await using (var host = await HostServices.OpenAsync(_bench))
        {
            await host
                .Services.GetRequiredService<IInstallations>()
                .SaveAsync(
                    new Installation(PlatformId.Slack, "T1", new Secret("xoxb-canary")),
                    "slack:T1",
                    TestContext.Current.CancellationToken
                );
        }

        _bench.Set("Secrets:MasterKey", "5f2c9a7be1d00c83be447d1b09c4f6e25a");
        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("FormerMasterKeys", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Operator:Channel", "ops")]
    [InlineData("Operator:Webhook", "ftp://example.com")]
    [InlineData("Admins:Tokens:ann", "short")]
    [InlineData("Series:0:ExpectedBy", "late")]
    [InlineData("Series:0:ExpectedOn:0", "Someday")]
    [InlineData("Secrets:MasterKey", "short")]
    public async Task What_operators_configure_is_checked(string key, string value)
    {
        _bench.Set("Series:0:Key", "us-ai").Set(key, value);

        var outcome = await _bench.RunAsync("doctor");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains($"FAIL configuration: {key}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_operator_is_told_is_shown_without_the_address_of_the_webhook()
    {
        _bench.Set("Operator:Channel", "web:local/ops").Set("Operator:Webhook", "https://example.com/canary");

        var outcome = await _bench.RunAsync("doctor");

        Assert.Contains("operator: told in web:local/ops and to the webhook", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", outcome.Output, StringComparison.Ordinal);
    }
}

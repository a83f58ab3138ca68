using System.Diagnostics;
using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Installations;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Benchmarks.Delivering;

/// <summary>
/// What a published bot costs PostgreSQL while it has nothing to do: transactions a second and connections, with as many Slack
/// workspaces, each with a token and a subscription; and who asks. Usage: <c>idle PATH/TO/Bot.dll [TOKENS] [SECONDS] [REST]</c>.
/// </summary>
internal static class IdleMeasurement
{
    private const string MasterKey = "the master key of a measurement, long enough";

    private const int MostStatements = 25;

    /// <summary>What the connections did last, looked at so often that hardly a statement is missed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            await Console.Error.WriteLineAsync("usage: idle PATH/TO/Bot.dll [TOKENS] [SECONDS] [REST]");
            return 2;
        }

        var tokens = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
        var span = TimeSpan.FromSeconds(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60);
        // After the start, which reads and checks everything once.
        var rest = TimeSpan.FromSeconds(args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 60);
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await FillAsync(database, tokens);
        var folder = Directory.CreateTempSubdirectory("bot-idle-");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.GetFullPath(args[0]));
        foreach (
            var (key, value) in new Dictionary<string, string>
            {
                ["Database__Provider"] = nameof(DatabaseProvider.PostgreSql),
                ["Database__ConnectionString"] = database.Options.ConnectionString,
                ["Jobs__Storage"] = "PostgreSql",
                ["Secrets__MasterKey"] = MasterKey,
                ["Web__Url"] = "http://127.0.0.1:0",
                ["Slack__ClientId"] = "1.1",
                ["Slack__ClientSecret"] = "client-secret-of-a-measurement",
                ["Slack__SigningSecret"] = "signing-secret-of-a-measurement",
                // Nobody answers there, at once.
                ["Slack__ApiBaseUrl"] = "http://127.0.0.1:9/api/",
            }
        )
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await Task.Delay(rest);
            await using var watch = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(database.Options.ConnectionString) { Database = "postgres" }
            );
            var name = new NpgsqlConnectionStringBuilder(database.Options.ConnectionString).Database!;
            var (before, clock) = (await TransactionsAsync(watch, name), Stopwatch.StartNew());
            var statements = new Dictionary<(int Connection, DateTime Began), string>();
            var most = 0;
            while (clock.Elapsed < span)
            {
                most = Math.Max(most, await LookAsync(watch, name, statements));
                await Task.Delay(Look);
            }

            var rate = (await TransactionsAsync(watch, name) - before) / clock.Elapsed.TotalSeconds;
            Console.WriteLine(
                FormattableString.Invariant($"{tokens} idle tokens: {rate:F2} transactions a second, at most {most} connections")
            );
            foreach (
                var (statement, times) in statements
                    .Values.CountBy(text => text)
                    .OrderByDescending(counted => counted.Value)
                    .Take(MostStatements)
            )
            {
                Console.WriteLine(FormattableString.Invariant($"{times / clock.Elapsed.TotalSeconds, 8:F2} a second: {statement}"));
            }

            await TellTablesAsync(database, process);
            return 0;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Notes what each connection asks or asked last, and returns how many there are.</summary>
    private static async Task<int> LookAsync(NpgsqlDataSource watch, string name, Dictionary<(int, DateTime), string> statements)
    {
        await using var command = watch.CreateCommand(
            """
            SELECT pid, query_start, left(regexp_replace(query, '\s+', ' ', 'g'), 200)
            FROM pg_stat_activity WHERE datname = $1 AND query_start IS NOT NULL
            """
        );
        command.Parameters.Add(new() { Value = name });
        await using var reader = await command.ExecuteReaderAsync();
        var connections = 0;
        while (await reader.ReadAsync())
        {
            connections++;
            statements[(reader.GetInt32(0), reader.GetDateTime(1))] = reader.GetString(2);
        }

        return connections;
    }

    /// <summary>Which tables were looked into since the start, the busiest first.</summary>
    private static async Task TellTablesAsync(TestDatabase database, Process process)
    {
        await using var inside = NpgsqlDataSource.Create(database.Options.ConnectionString);
        await using var command = inside.CreateCommand(
            "SELECT schemaname || '.' || relname, seq_scan + coalesce(idx_scan, 0) AS scans FROM pg_stat_user_tables ORDER BY scans DESC LIMIT 12"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var seconds = (TimeProvider.System.GetLocalNow() - process.StartTime).TotalSeconds;
        while (await reader.ReadAsync())
        {
            Console.WriteLine(FormattableString.Invariant($"{reader.GetInt64(1) / seconds, 8:F2} scans a second of {reader.GetString(0)}"));
        }
    }

    private static Task<long> TransactionsAsync(NpgsqlDataSource watch, string name) =>
        AskAsync(watch, "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = $1", name);

    private static async Task<long> AskAsync(NpgsqlDataSource watch, string question, string name)
    {
        await using var command = watch.CreateCommand(question);
        command.Parameters.Add(new() { Value = name });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task FillAsync(TestDatabase database, int tokens)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddArchive(database.Options)
            .AddPlatformStorage(new SecretsOptions { MasterKey = MasterKey })
            .BuildServiceProvider();
        var installations = services.GetRequiredService<IInstallations>();
        await using var context = database.CreateContext();
        for (var number = 0; number < tokens; number++)
        {
            var workspace = $"T{number:D9}";
            await installations.SaveAsync(
                new Installation(PlatformId.Slack, workspace, new Secret($"xoxb-{number}")),
                $"slack:{workspace}",
                CancellationToken.None
            );
            context.Add(
                new Subscription
                {
                    Platform = "slack",
                    Workspace = workspace,
                    Channel = "C0000000001",
                    Series = "us-ai",
                    CreatedAt = TimeProvider.System.GetUtcNow(),
                }
            );
        }

        await context.SaveChangesAsync();
    }
}

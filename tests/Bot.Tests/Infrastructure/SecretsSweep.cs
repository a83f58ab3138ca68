using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Infrastructure;

/// <summary>Everything that a bot says and keeps, gathered to be searched for secrets: each secret of a test has "canary" in it.</summary>
internal sealed class SecretsSweep : IDisposable
{
    private readonly EveryLine _log = new();
    private readonly StringBuilder _seen = new();

    public SecretsSweep()
    {
        Bench.Compose = services => services.AddSingleton<ILoggerProvider>(_log);
        Bench
            .Set("Logging:LogLevel:Default", "Trace")
            .Set("Logging:LogLevel:Microsoft", "Trace")
            .Set("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace")
            .Set("Logging:LogLevel:System", "Trace")
            .Set("Logging:LogLevel:Hangfire", "Trace");
    }

    public Bench Bench { get; } = new();

    public string Seen => _seen.ToString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Bench.Dispose();
        _log.Dispose();
    }

    public void Keep(object? text) => _seen.Append(text).Append('\n');

    /// <summary>Asks the service, and keeps the whole answer.</summary>
    public async Task AskAsync(HttpClient http, HttpMethod method, string path, string? token, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/markdown");
        using var response = await http.SendAsync(request, Cancel);
        _seen.Append(path).Append('\n').Append(response.Headers).Append(await response.Content.ReadAsStringAsync(Cancel)).Append('\n');
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    /// <summary>Runs a verb, and keeps what it says.</summary>
    public async Task<Outcome> RunAsync(params string[] words)
    {
        var outcome = await Bench.RunAsync(words);
        _seen.Append(outcome.Output).Append(outcome.Error);
        return outcome;
    }

    /// <summary>Keeps every row of the database.</summary>
    public async Task DumpAsync(RunningBot bot)
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
        await context.Database.OpenConnectionAsync(Cancel);
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            while (await reader.ReadAsync(Cancel))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    _seen.Append(reader.GetName(column)).Append('=').Append(reader.GetValue(column)).Append('\n');
                }
            }
        }
    }

    /// <summary>Fails where a secret stands in a log, in what was kept, or in a file of the database.</summary>
    /// <param name="secrets">Those that have no canary, and those whose encoded form is looked for too.</param>
    public async Task JudgeAsync(params string[] secrets)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Bench.Folder, "data")))
        {
            _seen.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel)));
        }

        Assert.True(_log.Count > 100, "the log was not listened to");
        foreach (var (place, text) in new[] { ("log", _log.All), ("what was seen", Seen) })
        {
            foreach (
                var secret in secrets
                    .SelectMany(secret => new[] { secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..24] })
                    .Prepend("canary")
            )
            {
                var found = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
                Assert.True(found < 0, found < 0 ? "" : $"{place}: …{text[Math.Max(0, found - 300)..Math.Min(text.Length, found + 60)]}");
            }
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Archive;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Serving;

/// <summary>The service with a canary in every place of a secret, run through what goes well and what goes wrong: none of them sings (faults I9, F8).</summary>
[Collection(RunningBotCollection.Name)]
public sealed class SecretsSweepTests : IDisposable
{
    private const string Publisher = "canary-publisher-5f2c9a7be1d0";
    private const string Admin = "canary-admin-7d1b09c4f6e25a83";
    private const string Reader = "canary-reader-91b7aa48365f2c";
    private const string MasterKey = "canary-master-key-0c83be447d1b09c4f6e25a";
    private const string Former = "canary-former-key-44be0c837d1b09c4f6e25a";
    private const string Hook = "canary-hook-2c9a7be1d05f";
    private const string Installed = "xoxb-canary-installed-1d05f2c9a7be";
    private const string Wrong = "canary-wrong-token-of-a-stranger";

    private readonly Bench bench = new();
    private readonly EveryLine log = new();
    private readonly StringBuilder seen = new();

    public SecretsSweepTests()
    {
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench.Compose = services => services.AddSingleton<ILoggerProvider>(log);
        bench.Set("Intake:Inbox", "inbox")
            .Set("Intake:ApiTokens:publisher", Publisher)
            .Set("Admins:Tokens:ann", Admin)
            .Set("Web:Auth:Tokens:0", Reader)
            .Set("Secrets:MasterKey", MasterKey)
            .Set("Secrets:FormerMasterKeys:0", Former)
            .Set("Operator:Channel", "web:local/ops")
            // Nobody listens there: telling fails, again and again.
            .Set("Operator:Webhook", $"http://127.0.0.1:9/{Hook}")
            .Set("Logging:LogLevel:Default", "Trace")
            .Set("Logging:LogLevel:Microsoft", "Trace")
            .Set("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace")
            .Set("Logging:LogLevel:System", "Trace")
            .Set("Logging:LogLevel:Hangfire", "Trace");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        bench.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task No_secret_is_in_any_log_page_answer_metric_or_dump()
    {
        await using (var bot = await RunningBot.StartAsync(bench))
        {
            await bot.Services.GetRequiredService<IInstallations>().SaveAsync(
                new Installation(PlatformId.Slack, "T1", new Secret(Installed)) { Name = "Harbour" }, "slack:T1", Cancel);
            var installed = await bot.Services.GetRequiredService<IInstallations>().FindAsync(PlatformId.Slack, "T1", Cancel);
            Assert.Equal(Installed, installed!.Token.Reveal());
            seen.Append(installed).Append(installed.Token);
            bot.Services.GetRequiredService<ILogger<SecretsSweepTests>>().LogError(new InvalidOperationException($"{installed}"), "{Installation} {Token}", installed, installed.Token);
            await AskEverythingAsync(bot.Http);
            bot.Services.GetRequiredService<IOperatorAlerts>().Raise(new OperatorAlert("token-refused", "token:slack:T1", "invalid_auth"));
            await UntilToldAsync(bot.Http);
            await DumpAsync(bot);
        }

        foreach (var words in new[] { new[] { "doctor" }, ["deliveries", "list"], ["deliveries", "export"], ["subscriptions", "export"], ["ask", "/help"], ["ask", "/briefing status"] })
        {
            var outcome = await bench.RunAsync(words);
            seen.Append(outcome.Output).Append(outcome.Error);
        }

        // And a configuration that is wrong in many places at once.
        bench.Set("Operator:Webhook", $"ftp://{Hook}").Set("Admins:Tokens:bob", Admin).Set("Secrets:MasterKey", "canary-short").Set("Secrets:Certificate", "none.p12")
            .Set("Secrets:CertificatePassword", "canary-password");
        var refused = await bench.RunAsync("serve");
        Assert.Equal(1, refused.Code);
        seen.Append(refused.Output).Append(refused.Error);

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bench.Folder, "data")))
        {
            seen.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel)));
        }

        Assert.True(log.Count > 100, "the log was not listened to");
        foreach (var (place, text) in new[] { ("log", log.All), ("what was seen", seen.ToString()) })
        {
            var found = text.IndexOf("canary", StringComparison.OrdinalIgnoreCase);
            Assert.True(found < 0, found < 0 ? "" : $"{place}: …{text[Math.Max(0, found - 300)..Math.Min(text.Length, found + 60)]}");
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Installed))[..24], text, StringComparison.Ordinal);
        }
    }

    private async Task AskEverythingAsync(HttpClient http)
    {
        foreach (var token in new[] { null, Wrong, Reader, Publisher, Admin })
        {
            foreach (var path in new[]
            {
                "/", "/?q=/funding", "/?q=/briefing+status", "/?q=/nothing", "/sign-in", "/health/live", "/health/ready", "/metrics", "/api/deliveries",
                "/api/deliveries/1", "/api/deliveries/export", "/api/deliveries/pauses", "/api/funding", "/api/briefings/us-ai/2026-01-06", "/no/such/page",
            })
            {
                await KeepAsync(http, HttpMethod.Get, path, token, null);
            }

            await KeepAsync(http, HttpMethod.Post, "/api/briefings", token, Markdown.OfToday());
            await KeepAsync(http, HttpMethod.Post, "/api/briefings?series=nothing", token, "# x");
            await KeepAsync(http, HttpMethod.Post, "/api/deliveries/pause", token, "not json");
            await KeepAsync(http, HttpMethod.Post, "/api/deliveries/99/recall", token, "");
            await KeepAsync(http, HttpMethod.Post, "/slack/commands", token, "token=x");
        }
    }

    private async Task KeepAsync(HttpClient http, HttpMethod method, string path, string? token, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/markdown");
        using var response = await http.SendAsync(request, Cancel);
        seen.Append(path).Append('\n').Append(response.Headers).Append(await response.Content.ReadAsStringAsync(Cancel)).Append('\n');
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    /// <summary>The alert is in the operator's channel, and its telling to the address has failed.</summary>
    private async Task UntilToldAsync(HttpClient http)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        string page;
        do
        {
            await Task.Delay(100, deadline.Token);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/?channel=ops");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Reader);
            using var response = await http.SendAsync(request, deadline.Token);
            page = await response.Content.ReadAsStringAsync(deadline.Token);
        }
        while (!page.Contains("slack:T1 のトークンが拒否されました", StringComparison.Ordinal));

        seen.Append(page);
        await KeepAsync(http, HttpMethod.Get, "/metrics", Reader, null);
    }

    private async Task DumpAsync(RunningBot bot)
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
                    seen.Append(reader.GetName(column)).Append('=').Append(reader.GetValue(column)).Append('\n');
                }
            }
        }

        Assert.Contains("ProtectedToken=", seen.ToString(), StringComparison.Ordinal);
        Assert.Contains("Subject=token:slack:T1", seen.ToString(), StringComparison.Ordinal);
    }
}

using System.Net.Http.Headers;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Serving;

/// <summary>
/// The service with a canary in every place of a secret, run through what goes well and what goes wrong: none of them sings (faults I9,
/// F8).
/// </summary>
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

    private readonly SecretsSweep _sweep = new();

    public SecretsSweepTests()
    {
        Directory.CreateDirectory(Path.Combine(_sweep.Bench.Folder, "inbox"));
        _sweep
            .Bench.Set("Intake:Inbox", "inbox")
            .Set("Intake:ApiTokens:publisher", Publisher)
            .Set("Admins:Tokens:ann", Admin)
            .Set("Web:Auth:Tokens:0", Reader)
            .Set("Secrets:MasterKey", MasterKey)
            .Set("Secrets:FormerMasterKeys:0", Former)
            .Set("Operator:Channel", "web:local/ops")
            // Nobody listens there: telling fails, again and again.
            .Set("Operator:Webhook", $"http://127.0.0.1:9/{Hook}");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _sweep.Dispose();

    [Fact]
    public async Task No_secret_is_in_any_log_page_answer_metric_or_dump()
    {
        await using (var bot = await RunningBot.StartAsync(_sweep.Bench))
        {
            await bot
                .Services.GetRequiredService<IInstallations>()
                .SaveAsync(new Installation(PlatformId.Slack, "T1", new Secret(Installed)) { Name = "Harbour" }, "slack:T1", Cancel);
            var installed = await bot.Services.GetRequiredService<IInstallations>().FindAsync(PlatformId.Slack, "T1", Cancel);
            Assert.Equal(Installed, installed!.Token.Reveal());
            _sweep.Keep(installed);
            _sweep.Keep(installed.Token);
            bot.Services.GetRequiredService<ILogger<SecretsSweepTests>>()
                .LogError(new InvalidOperationException($"{installed}"), "{Installation} {Token}", installed, installed.Token);
            await AskEverythingAsync(bot.Http);
            bot.Services.GetRequiredService<IOperatorAlerts>().Raise(new OperatorAlert("token-refused", "token:slack:T1", "invalid_auth"));
            await UntilToldAsync(bot.Http);
            await _sweep.DumpAsync(bot);
            Assert.Contains("ProtectedToken=", _sweep.Seen, StringComparison.Ordinal);
            Assert.Contains("Subject=token:slack:T1", _sweep.Seen, StringComparison.Ordinal);
        }

        foreach (
            var words in new[]
            {
                new[] { "doctor" },
                ["deliveries", "list"],
                ["deliveries", "export"],
                ["subscriptions", "export"],
                ["ask", "/help"],
                ["ask", "/briefing status"],
            }
        )
        {
            await _sweep.RunAsync(words);
        }

        // And a configuration that is wrong in many places at once.
        _sweep
            .Bench.Set("Operator:Webhook", $"ftp://{Hook}")
            .Set("Admins:Tokens:bob", Admin)
            .Set("Secrets:MasterKey", "canary-short")
            .Set("Secrets:Certificate", "none.p12")
            .Set("Secrets:CertificatePassword", "canary-password");
        Assert.Equal(1, (await _sweep.RunAsync("serve")).Code);
        await _sweep.JudgeAsync(Installed);
    }

    private async Task AskEverythingAsync(HttpClient http)
    {
        foreach (var token in new[] { null, Wrong, Reader, Publisher, Admin })
        {
            foreach (
                var path in new[]
                {
                    "/",
                    "/?q=/funding",
                    "/?q=/briefing+status",
                    "/?q=/nothing",
                    "/sign-in",
                    "/health/live",
                    "/health/ready",
                    "/metrics",
                    "/api/deliveries",
                    "/api/deliveries/1",
                    "/api/deliveries/export",
                    "/api/deliveries/pauses",
                    "/api/funding",
                    "/api/briefings/us-ai/2026-01-06",
                    "/no/such/page",
                }
            )
            {
                await _sweep.AskAsync(http, HttpMethod.Get, path, token, null);
            }

            await _sweep.AskAsync(http, HttpMethod.Post, "/api/briefings", token, Markdown.OfToday());
            await _sweep.AskAsync(http, HttpMethod.Post, "/api/briefings?series=nothing", token, "# x");
            await _sweep.AskAsync(http, HttpMethod.Post, "/api/deliveries/pause", token, "not json");
            await _sweep.AskAsync(http, HttpMethod.Post, "/api/deliveries/99/recall", token, "");
            await _sweep.AskAsync(http, HttpMethod.Post, "/slack/commands", token, "token=x");
        }
    }

    /// <summary>The alert is in the operator's channel, and its telling to the address has failed.</summary>
    private async Task UntilToldAsync(HttpClient http)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(Bench.Patience);
        string page;
        do
        {
            await Task.Delay(100, deadline.Token);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/?channel=ops");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Reader);
            using var response = await http.SendAsync(request, deadline.Token);
            page = await response.Content.ReadAsStringAsync(deadline.Token);
        } while (!page.Contains("slack:T1 のトークンが拒否されました", StringComparison.Ordinal));

        _sweep.Keep(page);
        await _sweep.AskAsync(http, HttpMethod.Get, "/metrics", Reader, null);
    }
}

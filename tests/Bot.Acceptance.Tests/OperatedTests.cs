using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Acceptance.Tests.Processes;
using Npgsql;

namespace Bot.Acceptance.Tests;

/// <summary>The bot as a team runs it: briefings come in over HTTP and beside the service, on either database.</summary>
public sealed class OperatedTests(PublishedBot published)
{
    private const string Token = "acceptance-publisher-token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_briefing_posted_over_the_API_is_on_the_page_once_and_answers_questions()
    {
        using var folder = new EmptyFolder();
        var settings = Settings();
        await using var bot = BotProcess.Start(published, folder.Path, settings);
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(http, "wrong-token-of-some-length")).StatusCode);
        using var created = await PostAsync(http, Token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var repeated = await PostAsync(http, Token);
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);

        var page = await Eventually.GetAsync(
            () => http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation),
            html => html.Contains("Quietwater", StringComparison.Ordinal) && html.Contains("<form", StringComparison.Ordinal),
            "the posted briefing"
        );
        Assert.Equal(1, Count(page, "港の灯りを読むAI</h"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        var answer = await http.GetStringAsync(new Uri("/?q=/funding+quietwater", UriKind.Relative), Cancellation);
        Assert.Contains("12億円", answer, StringComparison.Ordinal);

        var date = Today();
        using var data = JsonDocument.Parse(
            await http.GetStringAsync(new Uri($"/api/briefings/us-ai/{date}", UriKind.Relative), Cancellation)
        );
        Assert.Equal(date, data.RootElement.GetProperty("date").GetString());
    }

    [Fact]
    public async Task A_briefing_ingested_beside_the_running_service_is_delivered_by_it()
    {
        using var folder = new EmptyFolder();
        await using var bot = BotProcess.Start(published, folder.Path);
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
        await File.WriteAllTextAsync(folder.File("today.md"), Markdown(), Cancellation);

        var (code, receipt, errors) = await BotProcess.RunAsync(published, folder.Path, null, "ingest", "today.md");

        Assert.True(code == 0, errors);
        Assert.Contains(Today(), receipt, StringComparison.Ordinal);
        await Eventually.GetAsync(
            () => http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation),
            html => html.Contains("港の灯りを読むAI</h", StringComparison.Ordinal),
            "the ingested briefing"
        );
    }

    [Fact]
    public async Task The_whole_bot_runs_on_PostgreSQL()
    {
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "BOT_TEST_POSTGRES names no PostgreSQL server.");
        var name = "bot_acceptance_" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        try
        {
            using var folder = new EmptyFolder();
            var settings = Settings();
            settings["Database__Provider"] = "PostgreSql";
            settings["Database__ConnectionString"] = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
            settings["Jobs__Storage"] = "PostgreSql";
            await using var bot = BotProcess.Start(published, folder.Path, settings);
            using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };

            using var created = await PostAsync(http, Token);

            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            await Eventually.GetAsync(
                () => http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation),
                html => html.Contains("港の灯りを読むAI</h", StringComparison.Ordinal),
                "the posted briefing"
            );
            Assert.False(File.Exists(folder.File("data/bot.db")));
        }
        finally
        {
            await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static Dictionary<string, string> Settings() => new() { ["Intake__ApiTokens__publisher"] = Token };

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/briefings", UriKind.Relative))
        {
            Content = new StringContent(Markdown(), Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, Cancellation);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static string Today() =>
        DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Markdown() =>
        $"""
            # AIの動き {Today()}：港の灯りを読むAI

            港の安全を見守るAIに資金が集まりました。<script>alert(1)</script> @everyone

            ## AI基盤技術ニュース

            - **Quietwater、霧の中の船影を読むモデルを公開**: 灯りの揺らぎから距離を測ります [1]。

            ## スタートアップの資金調達

            | 企業名 | 概要 | 調達額 | 投資家 | 引用 |
            | --- | --- | --- | --- | --- |
            | **Quietwater** | 港の見張り | 12億円（シリーズA） | Pier Partners | [1] |

            ## 参考文献

            [1] Harbour Post. (2026, January 5). *Lights read by machine*. https://harbourpost.example/lights
            """;
}

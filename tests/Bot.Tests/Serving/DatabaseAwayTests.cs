using System.Globalization;
using System.Net;
using System.Text;
using Bot.Archive.Setup;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Testing.Databases;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Serving;

/// <summary>PostgreSQL goes away under a running service, and comes back.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class DatabaseAwayTests
{
    private const string Publisher = "publisher-token-of-a-test-9d0c";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task D4_Pages_and_API_say_503_askers_get_a_sentence_the_log_a_line_and_all_goes_on_by_itself(TestDatabase database)
    {
        Assert.SkipWhen(database.Provider == DatabaseProvider.Sqlite, "A file does not go away like a server; see the H25 and H26 tests.");
        await using var proxy = new DatabaseProxy(database.Options.ConnectionString);
        await using var slack = await SlackServer.StartAsync();
        await using var discord = await DiscordServer.StartAsync();
        slack.Bot.Deadline = discord.Rules.InteractionDeadline = Bench.Patience;
        var log = new LoudLines();
        using var bench = new Bench();
        bench.Compose = services => services.AddSingleton<ILoggerProvider>(log);
        bench
            .Set("Database:Provider", "PostgreSql")
            .Set("Database:ConnectionString", proxy.ConnectionString)
            .Set("Intake:ApiTokens:publisher", Publisher)
            .Set("Slack:BotToken", SlackServer.FirstToken)
            .Set("Slack:SigningSecret", slack.World.App.SigningSecret)
            .Set("Slack:ApiBaseUrl", slack.ApiAddress.ToString())
            .Set("Discord:Mode", "Gateway")
            .Set("Discord:Token", "a-token-of-a-test.that-nobody.has-71bf0c")
            .Set("Discord:ApplicationId", DefaultIds.Application.ToString(CultureInfo.InvariantCulture))
            .Set("Discord:PublicKey", discord.Signer.PublicKey)
            .Set("Discord:ApiBaseUrl", discord.ApiAddress.ToString());
        await using var bot = await RunningBot.StartAsync(bench);
        slack.Urls = RequestUrls.Under(bot.Http.BaseAddress!);
        await discord.Log.WaitForAsync(entry => entry.Detail == "ready", Bench.Patience, Cancellation);
        using (var posted = await PostAsync(bot.Http))
        {
            Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        }

        await WaitForCommandsAsync(discord);
        Assert.DoesNotContain("もう一度お試しください", await AskAsync(discord, "before"), StringComparison.Ordinal);

        proxy.Close();
        log.Clear();
        await RefusedAsync(bot.Http, HttpMethod.Get, "/");
        await RefusedAsync(bot.Http, HttpMethod.Get, "/api/briefings/us-ai/2026-01-06");
        await RefusedAsync(bot.Http, HttpMethod.Post, "/api/briefings");
        using (var ready = await bot.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }

        for (var time = 0; time < 3; time++)
        {
            Assert.Contains("もう一度お試しください", await AskAsync(discord, $"meanwhile {time}"), StringComparison.Ordinal);
            var typed = await slack.People.TypeAsync(new SlashCommand("/funding", $"xai {time}"), cancellationToken: Cancellation);
            Assert.True(typed.Sent.IsOk);
            var shown = await slack.Shown.WaitForAsync(reply => reply.Interaction == typed.Id, Bench.Patience, Cancellation);
            Assert.Contains("もう一度お試しください", shown.Text, StringComparison.Ordinal);
        }

        // The outage itself, and what each asker caused, is one line; what is told beside it is told once.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', log.Lines));
        Assert.InRange(log.Lines.Count, 1, 3);
        Assert.Single(log.Lines, line => line.HasException);

        proxy.Open();
        await UntilReadyAsync(bot.Http);
        using (var again = await PostAsync(bot.Http))
        {
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        Assert.DoesNotContain("もう一度お試しください", await AskAsync(discord, "afterwards"), StringComparison.Ordinal);
        // The gateway has been there all the time.
        Assert.Equal(1, discord.Log.All.Count(entry => entry.Detail == "ready"));
    }

    /// <param name="company">Another one each time: a kept answer needs no database.</param>
    private static async Task<string> AskAsync(DiscordServer discord, string company)
    {
        var asked = await discord.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = company });
        await asked.AnsweredAsync(Bench.Patience, Cancellation);
        Assert.True(asked.Failure is null, asked.Failure);
        return asked.Text!;
    }

    private static async Task WaitForCommandsAsync(DiscordServer discord)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(Bench.Patience);
        while (discord.Commands.Overwrites == 0)
        {
            await Task.Delay(50, deadline.Token);
        }
    }

    private static async Task RefusedAsync(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", Publisher);
        request.Content = method == HttpMethod.Post ? new StringContent(Markdown.OfToday(), Encoding.UTF8, "text/markdown") : null;
        using var response = await http.SendAsync(request, Cancellation);
        Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, response.StatusCode));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/briefings", UriKind.Relative))
        {
            Content = new StringContent(Markdown.OfToday(), Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new("Bearer", Publisher);
        return await http.SendAsync(request, Cancellation);
    }

    private static async Task UntilReadyAsync(HttpClient http)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(Bench.Patience);
        while (true)
        {
            using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), deadline.Token);
            if (ready.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(100, deadline.Token);
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Bot.Acceptance.Tests.Processes;
using Bot.Emulators.Slack;
using Bot.Testing.Briefings;
using Bot.Testing.Databases;

namespace Bot.Acceptance.Tests.Upgrades;

/// <summary>
/// A database that an earlier release made and filled while it posted to Slack (<c>Bot.Archive.Tests/Releases/seed.sh</c>) is taken over by
/// the published bot.
/// </summary>
[Collection(PublishedBotCollection.Name)]
public sealed class UpgradeTests(PublishedBot published)
{
    private const string Token = "acceptance-publisher-token";

    private static readonly string Dump = Path.Combine(SourceTree.Root, "tests", "Bot.Archive.Tests", "Releases", "0.1.0", "slack.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EmptyDatabases]
    public async Task What_release_0_1_0_stored_is_answered_and_what_it_posted_is_not_posted_again(EmptyDatabase database)
    {
        await ReleaseDump.RestoreAsync(database, Dump, Cancel);
        await using var slack = await SlackServer.StartAsync();
        using var folder = new EmptyFolder();
        var settings = Settings(database, slack);
        await using (var bot = BotProcess.Start(published, folder.Path, settings))
        {
            using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
            await AnswersAsync(http);
            await Eventually.GetAsync(
                () => Task.FromResult(bot.Transcript),
                said => said.Contains("briefings reread", StringComparison.Ordinal),
                "the stored briefings to be read by today's reader"
            );
            await AnswersAsync(http);
            // That release had no search: reading the briefings again fills it.
            Assert.Contains("油冷の静音機", await AnswerAsync(http, "search?words=油冷"), StringComparison.Ordinal);
            // What waited behind the pause of that release is given up; the rest of the ledger is as good as new.
            foreach (var id in await WaitingAsync(folder, settings))
            {
                await RunAsync(folder, settings, "deliveries", "cancel", id);
            }

            await RunAsync(folder, settings, "deliveries", "resume", "all");
            using var repeated = await PublishAsync(http, await TodayOfThatReleaseAsync());
            Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
            bot.Signal(PosixSignal.SIGTERM);
            Assert.Equal(0, await bot.ExitAsync());
        }

        await using (var bot = BotProcess.Start(published, folder.Path, settings))
        {
            using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };
            var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).Date);
            // Beside the seed's own, should this be that day.
            using var created = await PublishAsync(http, OtherBriefing.Of(today).ToMarkdown(), "?edition=evening");
            Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Cancel));
            await Eventually.GetAsync(
                () => RunAsync(folder, settings, "deliveries", "list"),
                states => !states.Contains("planned", StringComparison.Ordinal) && slack.Messages(SlackServer.FirstChannel).Count > 2,
                $"the new briefing\n{bot.Transcript}"
            );
        }

        // Only the new briefing was posted, and nothing of the old ones was edited, looked for or taken down.
        var messages = slack.Messages(SlackServer.FirstChannel);
        Assert.Contains(OtherBriefing.Of(DateOnly.MinValue).Headline, messages[0].Text, StringComparison.Ordinal);
        Assert.All(messages.Skip(1), message => Assert.Equal(messages[0].Ts, message.ThreadTs));
        Assert.All(
            slack.Log.All.Where(entry => entry.Method is { } method && method.StartsWith("chat.", StringComparison.Ordinal)),
            entry => Assert.True(entry.Method is "chat.postMessage" or "chat.getPermalink" or "chat.update", entry.Method)
        );
    }

    /// <summary>The words of the documents that were stored.</summary>
    private static async Task AnswersAsync(HttpClient http)
    {
        // The amount of the revision.
        Assert.Contains("9500万ドル", await AnswerAsync(http, "funding?company=mossbank"), StringComparison.Ordinal);
        Assert.Contains("静音機の標準化", await AnswerAsync(http, "outlook?horizon=medium&date=2026-12-01"), StringComparison.Ordinal);
        Assert.Contains("Night auctions open at the port", await AnswerAsync(http, "sources?which=2026-12-01"), StringComparison.Ordinal);
        var page = await http.GetStringAsync(new Uri("/us-ai/2026-03-04", UriKind.Relative), Cancel);
        Assert.Contains("港の電力と静かな計算機", page, StringComparison.Ordinal);
        Assert.Contains("9000万ドル", page, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(HttpClient http, string question)
    {
        using var response = await http.GetAsync(new Uri($"/api/answers/{question}", UriKind.Relative), Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{question}: {body}");
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty("text").GetString()!;
    }

    /// <summary>The ids of the deliveries that still have planned posts.</summary>
    private async Task<IEnumerable<string>> WaitingAsync(EmptyFolder folder, Dictionary<string, string> settings) =>
        (await RunAsync(folder, settings, "deliveries", "list", "--state", "planned"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')[0])
            .Where(id => id.All(char.IsAsciiDigit));

    private async Task<string> RunAsync(EmptyFolder folder, Dictionary<string, string> settings, params string[] arguments)
    {
        var (code, output, errors) = await BotProcess.RunAsync(published, folder.Path, settings, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {output}{errors}");
        return output;
    }

    /// <summary>The document that the seed posted last, byte for byte.</summary>
    private static async Task<string> TodayOfThatReleaseAsync() =>
        (await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "tests", "Bot.Posts.Tests", "Fixtures", "lantern.ja.md"), Cancel))
            .Replace("2026年3月4日（水）", "2026年12月1日", StringComparison.Ordinal)
            .Replace("2026年3月4日", "2026年12月1日", StringComparison.Ordinal)
            .Replace("約9000万ドル", "約9500万ドル", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> PublishAsync(HttpClient http, string markdown, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/briefings{query}", UriKind.Relative))
        {
            Content = new StringContent(markdown, Encoding.UTF8, "text/markdown"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await http.SendAsync(request, Cancel);
    }

    private static Dictionary<string, string> Settings(EmptyDatabase database, SlackServer slack) =>
        new()
        {
            ["Database__Provider"] = database.Options.Provider.ToString(),
            ["Database__ConnectionString"] = database.Options.ConnectionString!,
            ["Intake__ApiTokens__publisher"] = Token,
            ["Slack__Mode"] = "Http",
            ["Slack__BotToken"] = SlackServer.FirstToken,
            ["Slack__SigningSecret"] = slack.World.App.SigningSecret,
            ["Slack__ApiBaseUrl"] = slack.ApiAddress.ToString(),
        };
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Acceptance.Tests.Processes;
using Microsoft.Playwright;

namespace Bot.Acceptance.Tests.Pictures;

/// <summary>
/// Draws what the bot sends of its own sample as it looks on a phone. With <c>BOT_UPDATE_GOLDENS=1</c> the pictures of the README are
/// taken anew.
/// </summary>
public sealed partial class PictureTests(PublishedBot published, SharedBrowser browser) : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs", "images");

    private readonly EmptyFolder _folder = new();
    private IPage _page = null!;

    private static bool IsTaking => Environment.GetEnvironmentVariable("BOT_UPDATE_GOLDENS") == "1";

    public async ValueTask InitializeAsync()
    {
        var context = await (await browser.GetAsync()).NewContextAsync(
            new()
            {
                DeviceScaleFactor = 1.5f,
                ViewportSize = new() { Width = 375, Height = 400 },
            }
        );
        context.SetDefaultTimeout(60_000);
        _page = await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _page.Context.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("ja", "あなただけに表示されています")]
    [InlineData("en", "Only visible to you")]
    public async Task What_Slack_shows(string language, string isPrivate)
    {
        var posts = (await LinesAsync(language, "render", SampleOf(language), "--platform", "slack"))
            .Select(line => line.GetProperty("args"))
            .ToList();
        var answer = await AnswerAsync(language, "slack");

        await TakeAsync($"slack-root.{language}", ChatPage.OfSlack([posts[0]]), HeadlinesOf(posts[0]));
        await TakeAsync($"slack-thread.{language}", ChatPage.OfSlack([posts[2], posts[5]]), HeadlinesOf(posts[2]));
        await TakeAsync($"slack-funding.{language}", ChatPage.OfSlack([posts[3]]), ["LMArena", "[8] CNBC", .. HeadlinesOf(posts[3])]);
        await TakeAsync($"slack-answer.{language}", ChatPage.OfSlack([answer], isPrivate), ["xAI", "NVIDIA", "[8] CNBC"]);
        await TakeAsync(null, ChatPage.OfSlack(posts), posts.SelectMany(HeadlinesOf));
    }

    [Theory]
    [InlineData("ja", "あなただけに表示されています")]
    [InlineData("en", "Only visible to you")]
    public async Task What_Discord_shows(string language, string isPrivate)
    {
        var posts = (await LinesAsync(language, "render", SampleOf(language), "--platform", "discord"))
            .Where(line => line.GetProperty("path").GetString()!.EndsWith("/messages", StringComparison.Ordinal))
            .Select(line => line.GetProperty("body"))
            .ToList();
        var answer = await AnswerAsync(language, "discord");

        await TakeAsync($"discord-root.{language}", ChatPage.OfDiscord([posts[0]]), ["US AI", "Siemens"]);
        await TakeAsync($"discord-thread.{language}", ChatPage.OfDiscord([posts[2], posts[5]]), ["Walmart", "[7] Walmart Connect"]);
        await TakeAsync($"discord-funding.{language}", ChatPage.OfDiscord([posts[3]]), ["LMArena", "[8] CNBC"]);
        await TakeAsync($"discord-answer.{language}", ChatPage.OfDiscord([answer], isPrivate), ["xAI", "NVIDIA", "[8] CNBC"]);
        await TakeAsync(null, ChatPage.OfDiscord(posts), ["[12] Kempner Institute"]);
    }

    [Fact]
    public async Task The_page_in_both_languages()
    {
        foreach (var language in new[] { "ja", "en" })
        {
            using var folder = new EmptyFolder();
            await using var bot = BotProcess.Start(published, folder.Path, SettingsOf(language));
            var address = await bot.AddressAsync();
            await using var context = await (await browser.GetAsync()).NewContextAsync(
                new()
                {
                    Locale = language,
                    DeviceScaleFactor = 1.5f,
                    ViewportSize = new() { Width = 700, Height = 900 },
                }
            );
            var page = await context.NewPageAsync();
            await Eventually.GetAsync(
                async () =>
                {
                    await page.GotoAsync(new Uri(address, "/?q=/funding+xai").ToString());
                    return await page.Locator("article.section").CountAsync();
                },
                sections => sections >= 8,
                "the sample's thread",
                TimeSpan.FromMinutes(1)
            );

            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            if (language == "en")
            {
                // English throughout, but for the name of the other language.
                Assert.Equal("日本語", string.Concat(Japanese().Matches(await page.Locator("body").InnerTextAsync())));
            }

            if (IsTaking)
            {
                await page.ScreenshotAsync(new() { Path = PathOf($"page.{language}") });
            }
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void The_readme_shows_pictures_that_are_there(string readme)
    {
        var shown = Picture()
            .Matches(File.ReadAllText(Path.Combine(SourceTree.Root, readme)))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.True(shown.Count >= 9, $"{readme} shows {shown.Count} pictures");
        Assert.All(shown, picture => Assert.True(File.Exists(Path.Combine(SourceTree.Root, picture)), picture));
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".png");

    /// <summary>Draws it, checks that all of it can be seen, and takes the picture if that is wanted.</summary>
    private async Task TakeAsync(string? name, string html, IEnumerable<string> texts)
    {
        await _page.SetContentAsync(html);
        var seen = Spaces().Replace(await _page.Locator("body").InnerTextAsync(), "");
        Assert.All(texts, text => Assert.Contains(Spaces().Replace(text, ""), seen, StringComparison.Ordinal));
        Assert.DoesNotContain("**", seen, StringComparison.Ordinal);
        var width = await _page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 375, $"{name} is {width} px wide");
        if (name is not null && IsTaking)
        {
            Directory.CreateDirectory(Folder);
            await _page.ScreenshotAsync(new() { Path = PathOf(name), FullPage = true });
        }
    }

    private static string SampleOf(string language) =>
        Path.Combine(SourceTree.Root, "src", "Bot", "Sample", language == "ja" ? "sample-briefing.md" : "sample-briefing.en.md");

    private static Dictionary<string, string> SettingsOf(string language) =>
        new()
        {
            ["Series__0__Key"] = "us-ai",
            ["Series__0__Name"] = "US AI",
            ["Series__0__Language"] = language == "ja" ? "Japanese" : "English",
        };

    private async Task<JsonElement> AnswerAsync(string language, string platform)
    {
        await BotProcess.RunAsync(published, _folder.Path, SettingsOf(language), "ingest", SampleOf(language));
        return Assert.Single(await LinesAsync(language, "ask", "/funding xai", "--platform", platform, "--locale", language));
    }

    private async Task<List<JsonElement>> LinesAsync(string language, params string[] verb)
    {
        var (code, output, errors) = await BotProcess.RunAsync(published, _folder.Path, SettingsOf(language), verb);
        Assert.True(code == 0, errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static IEnumerable<string> HeadlinesOf(JsonElement message) =>
        message
            .GetProperty("blocks")
            .EnumerateArray()
            .Where(block => block.GetProperty("type").GetString() == "header")
            .Select(block => block.GetProperty("text").GetProperty("text").GetString()!);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]+")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"(docs/images/[a-z.-]+\.png)")]
    private static partial Regex Picture();
}

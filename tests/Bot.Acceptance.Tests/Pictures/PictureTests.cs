using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Acceptance.Tests.Processes;
using Microsoft.Playwright;

namespace Bot.Acceptance.Tests.Pictures;

/// <summary>
/// Draws what the bot sends of its own sample as it looks on a phone. With <c>BOT_UPDATE_GOLDENS=1</c> the pictures of the README are
/// taken anew.
/// </summary>
[Collection(PublishedBotCollection.Name)]
public sealed partial class PictureTests(PublishedBot published, SharedBrowser browser) : IClassFixture<SharedBrowser>, IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs", "images");
    private static readonly string Sample = Path.Combine(SourceTree.Root, "src", "Bot", "Sample", "sample-briefing.md");

    private readonly EmptyFolder _folder = new();
    private IPage _page = null!;

    private static bool IsTaking => Environment.GetEnvironmentVariable("BOT_UPDATE_GOLDENS") == "1";

    public async ValueTask InitializeAsync()
    {
        var context = await browser.Browser.NewContextAsync(
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

    [Fact]
    public async Task Slacks_posts()
    {
        var posts = (await LinesAsync("render", Sample, "--platform", "slack")).Select(line => line.GetProperty("args")).ToList();

        await TakeAsync("slack-root", ChatPage.OfSlack([posts[0]]), TextsOf(posts[0]));
        await TakeAsync("slack-thread", ChatPage.OfSlack([posts[2], posts[5]]), TextsOf(posts[2]));
        await TakeAsync("slack-funding", ChatPage.OfSlack([posts[3]]), TextsOf(posts[3]));
        await TakeAsync(null, ChatPage.OfSlack(posts), []);
    }

    [Fact]
    public async Task Discords_posts()
    {
        var posts = (await LinesAsync("render", Sample, "--platform", "discord"))
            .Where(line => line.GetProperty("path").GetString()!.EndsWith("/messages", StringComparison.Ordinal))
            .Select(line => line.GetProperty("body"))
            .ToList();

        await TakeAsync("discord-root", ChatPage.OfDiscord([posts[0]]), ["AIが工場とロボットに手を伸ばした週", "読了約6分"]);
        await TakeAsync("discord-thread", ChatPage.OfDiscord([posts[2], posts[5]]), ["Walmart、買い物アシスタント"]);
        await TakeAsync("discord-funding", ChatPage.OfDiscord([posts[3]]), ["LMArena", "[8] CNBC"]);
        await TakeAsync(null, ChatPage.OfDiscord(posts), []);
    }

    [Theory]
    [InlineData("ja", "あなただけに表示されています")]
    [InlineData("en", "Only visible to you")]
    public async Task An_answer_on_each_platform(string language, string isPrivate)
    {
        await BotProcess.RunAsync(published, _folder.Path, null, "ingest", Sample);
        var slack = await LinesAsync("ask", "/funding xai", "--platform", "slack", "--locale", language);
        var discord = await LinesAsync("ask", "/funding xai", "--platform", "discord", "--locale", language);

        await TakeAsync($"slack-answer.{language}", ChatPage.OfSlack(slack, isPrivate), TextsOf(slack[0]));
        await TakeAsync($"discord-answer.{language}", ChatPage.OfDiscord(discord, isPrivate), ["NVIDIA", "[8] CNBC"]);
    }

    [Fact]
    public async Task The_page_in_both_languages()
    {
        await using var bot = BotProcess.Start(published, _folder.Path);
        var address = await bot.AddressAsync();
        foreach (var language in new[] { "ja", "en" })
        {
            await using var context = await browser.Browser.NewContextAsync(
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
        var shown = Picture().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, readme))).Select(match => match.Groups[1].Value).ToList();

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

    private async Task<List<JsonElement>> LinesAsync(params string[] verb)
    {
        var (code, output, errors) = await BotProcess.RunAsync(published, _folder.Path, null, verb);
        Assert.True(code == 0, errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Lines of the text that Slack reads aloud stand in the picture too.</summary>
    private static IEnumerable<string> TextsOf(JsonElement message) =>
        message
            .GetProperty("blocks")
            .EnumerateArray()
            .Where(block => block.GetProperty("type").GetString() == "header")
            .Select(block => block.GetProperty("text").GetProperty("text").GetString()!);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(docs/images/[a-z.-]+\.png)")]
    private static partial Regex Picture();
}

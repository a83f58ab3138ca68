using Bot.Acceptance.Tests.Processes;

namespace Bot.Acceptance.Tests;

/// <summary>
/// Every page in every state, light and dark, on a phone and on a desk, has nothing that axe objects to, and no text whose contrast it
/// cannot decide.
/// </summary>
public sealed class AccessibilityTests(PublishedBot published, SampleBot sample, SharedBrowser browser)
{
    private const string Token = "a-token-that-is-long-enough-for-this";

    // Held because its day is too far ahead.
    private const string Early =
        "# Harbour briefing 2099-01-06: cranes learn\n\n## News\n\n- **Harborlight opens its model**: free for research.\n";

    [Fact]
    public async Task What_nobody_can_read_is_found()
    {
        await using var page = await AxePage.OpenAsync(await browser.GetAsync(), new Uri("about:blank"));

        var found = await page.FindAsync(
            "<html lang='en'><title>Grey</title><main><h1 style='color:#999'>On white</h1><img src='x'></main>"
        );

        Assert.Contains(found, one => one.Contains("color-contrast", StringComparison.Ordinal));
        Assert.Contains(found, one => one.Contains("image-alt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_that_have_something_to_show()
    {
        await using var page = await AxePage.OpenAsync(await browser.GetAsync(), await sample.AddressAsync(published));
        await page.UntilAsync("/", "article.section", 8);
        var thread = await page.LinkAsync("/", "article.root .when a");
        var day = await page.LinkAsync("/archive", ".days a");

        await page.CheckAsync([
            "/",
            "/?q=/funding",
            "/?q=/funding+xia",
            "/?q=/outlook",
            "/?q=/analysis",
            "/?q=/help",
            thread,
            "/archive",
            day,
            $"{day}?q=/sources",
            "/us-ai/2001-01-01",
            "/nothing",
        ]);
        // As through a proxy that is not configured.
        await page.CheckAsync(["/"], new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.9" });
    }

    [Fact]
    public async Task Pages_that_have_nothing_to_show_or_something_that_waits()
    {
        using var folder = new EmptyFolder();
        var settings = new Dictionary<string, string>
        {
            ["Intake__Inbox"] = Directory.CreateDirectory(folder.File("inbox")).FullName,
            ["Web__Auth__Tokens__0"] = Token,
        };
        await using var bot = BotProcess.Start(published, folder.Path, settings);
        var address = await bot.AddressAsync();
        await using var page = await AxePage.OpenAsync(await browser.GetAsync(), address);

        await page.CheckAsync(["/sign-in"]);
        await page.SignInAsync("not-the-token-that-is-asked-for");
        await page.CheckAsync([]);
        await page.SignInAsync(Token);
        await page.CheckAsync(["/", "/archive", "/?q=/funding"]);
        await File.WriteAllTextAsync(folder.File("early.md"), Early, TestContext.Current.CancellationToken);
        await BotProcess.RunAsync(published, folder.Path, settings, "ingest", "early.md");
        await page.UntilAsync("/", ".held", 1);
        await page.CheckAsync(["/", "/?q=/outlook"]);
    }
}

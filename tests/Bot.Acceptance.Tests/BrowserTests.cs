using Bot.Acceptance.Tests.Processes;

namespace Bot.Acceptance.Tests;

/// <summary>The web channel in a real browser, on a phone's width and with JavaScript switched off.</summary>
public sealed class BrowserTests(PublishedBot published, SampleBot sample, SharedBrowser browser)
{
    [Theory]
    [InlineData("ja-JP", "200億ドル")]
    [InlineData("en-US", "200億ドル")]
    public async Task A_phone_shows_the_channel_without_sideways_scrolling_and_answers_a_command(string locale, string expected)
    {
        var address = await sample.AddressAsync(published);
        await using var context = await (await browser.GetAsync()).NewContextAsync(
            new()
            {
                Locale = locale,
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 375, Height = 812 },
            }
        );
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        await Eventually.GetAsync(
            async () =>
            {
                await page.GotoAsync(address.ToString());
                return await page.Locator("[id^='m']").CountAsync();
            },
            count => count >= 9,
            "the sample's thread"
        );
        await page.Locator("input[name='q']").FillAsync("/funding xai");
        await page.Locator("input[name='q']").PressAsync("Enter");

        Assert.Contains(expected, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(locale[..2], await page.Locator("html").GetAttributeAsync("lang"));
        // A box, not a script, tells the width: JavaScript is off.
        var body = await page.Locator("body").BoundingBoxAsync();
        Assert.True(body!.Width <= 375, $"the page is {body.Width} px wide");
        Assert.Empty(complaints);
    }
}

using AngleSharp.Html.Parser;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Web.Tests.Infrastructure;

namespace Bot.Web.Tests.Pages;

public sealed class AskingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_command_is_answered_on_the_page_for_the_asker_alone()
    {
        await using var site = await WebSite.StartAsync();
        await site.PostSampleAsync();
        using var asker = site.Browser();
        using var other = site.Browser();

        var asked = await GetAsync(asker, "/?q=%2Ffunding%20tanager");
        var seen = await GetAsync(other, "/");

        Assert.Contains("Tanager Labs の資金調達は1件です", asked.QuerySelector("#reply")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://news.example/4", asked.QuerySelector("#reply a.cite")!.GetAttribute("href"));
        Assert.NotNull(asked.QuerySelector("article.section"));
        Assert.Null(seen.QuerySelector("#reply"));
    }

    [Fact]
    public async Task A_button_asks_its_own_briefing_and_keeps_the_thread()
    {
        var desk = new FixedDesk(_ => Samples.Funding());
        await using var site = await WebSite.StartAsync(desk: desk);
        var root = await site.PostSampleAsync();
        using var browser = site.Browser();
        var thread = await GetAsync(browser, $"/threads/{root}");

        var button = thread.QuerySelectorAll(".root .button").Single(link => link.TextContent == "展望").GetAttribute("href")!;
        var page = await GetAsync(browser, button);

        Assert.StartsWith($"/threads/{root}?", button, StringComparison.Ordinal);
        Assert.EndsWith("#reply", button, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#reply"));
        Assert.Equal(5, page.QuerySelectorAll("article.section").Length);
        var call = Assert.Single(desk.Calls);
        Assert.Equal(("outlook", "", Samples.Series, (DateOnly?)Samples.Date), (call.Name, call.Text, call.Series, call.Date));
        Assert.Equal((PlatformId.Web, "local", false), (call.Platform, call.Workspace, call.IsAdmin));
    }

    [Theory]
    [InlineData("ja", Locale.Japanese)]
    [InlineData("en-GB,ja;q=0.5", Locale.English)]
    public async Task The_answer_is_in_the_askers_language(string language, Locale expected)
    {
        var desk = new FixedDesk(_ => Samples.Funding());
        await using var site = await WebSite.StartAsync(desk: desk);
        using var browser = site.Browser(language);

        await GetAsync(browser, "/?q=／funding　xAI");

        var call = Assert.Single(desk.Calls);
        Assert.Equal(("funding", "xAI", expected), (call.Name, call.Text, call.Locale));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%2F%20")]
    public async Task Nothing_asked_is_nothing_answered(string question)
    {
        var desk = new FixedDesk(_ => Samples.Funding());
        await using var site = await WebSite.StartAsync(desk: desk);
        using var browser = site.Browser();

        var page = await GetAsync(browser, "/?q=" + question);

        Assert.Empty(desk.Calls);
        Assert.Null(page.QuerySelector("#reply"));
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_told_so_and_a_hostile_one_is_text()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = site.Browser();

        var tooLong = await GetAsync(browser, "/?q=/funding%20" + new string('x', 400));
        var hostile = await GetAsync(browser, "/?q=" + Uri.EscapeDataString("/funding \"><script>alert(1)</script>"));

        Assert.Contains("300文字", tooLong.QuerySelector("#reply")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(hostile.QuerySelectorAll("script"));
        Assert.Equal("/funding \"><script>alert(1)</script>", hostile.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_box_offers_the_commands()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = site.Browser("en");

        var page = await GetAsync(browser, "/");

        Assert.Contains("/outlook medium", page.QuerySelectorAll("#commands option").Select(option => option.GetAttribute("value")));
        Assert.Equal("get", page.QuerySelector("form.ask")!.GetAttribute("method"));
    }

    private static async Task<AngleSharp.Dom.IDocument> GetAsync(HttpClient browser, string path) =>
        new HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Web.Tests.Infrastructure;

namespace Bot.Web.Tests.Pages;

public sealed class ChannelPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_briefing_stands_first_with_its_whole_thread()
    {
        await using var site = await WebSite.StartAsync();
        var older = await site.PostAsync(Samples.Root(), Samples.Sections(), date: Samples.Date.AddDays(-1));
        var newer = await site.PostSampleAsync();
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/");

        Assert.Equal([newer, older], page.QuerySelectorAll("article.root").Select(root => root.Id![1..]));
        Assert.Equal(5, page.QuerySelectorAll("article.section").Length);
        Assert.Equal("机の上から港へ出るロボットたち", page.QuerySelector($"#m{newer} h2")!.TextContent);
        Assert.Equal($"/threads/{older}", page.QuerySelector($"#m{older} .replies a")!.GetAttribute("href"));
        Assert.Equal("https://news.example/2", page.QuerySelector("article.section a.cite")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_contents_lead_to_their_sections_on_both_pages()
    {
        await using var site = await WebSite.StartAsync();
        var older = await site.PostAsync(Samples.Root(), Samples.Sections(), date: Samples.Date.AddDays(-1));
        await site.PostSampleAsync();
        using var browser = site.Browser();

        var channel = await PageAsync(browser, "/");
        var newest = channel
            .QuerySelectorAll("article.root")[0]
            .QuerySelectorAll(".contents a")
            .Select(link => link.GetAttribute("href")!)
            .ToList();
        var before = channel.QuerySelector($"#m{older} .contents a")!.GetAttribute("href")!;
        var thread = await PageAsync(browser, before.Split('#')[0]);

        Assert.Equal(5, newest.Count);
        Assert.All(newest, link => Assert.Single(channel.QuerySelectorAll(link)));
        Assert.StartsWith($"/threads/{older}#", before, StringComparison.Ordinal);
        Assert.Single(thread.QuerySelectorAll("#" + before.Split('#')[1]));
    }

    [Fact]
    public async Task Two_sections_of_one_heading_leave_every_id_unique()
    {
        await using var site = await WebSite.StartAsync();
        await site.PostAsync(Samples.Root(), [Samples.News(), Samples.News(), Samples.Funding()]);
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/?q=/funding");

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Older_days_are_on_further_pages()
    {
        await using var site = await WebSite.StartAsync();
        for (var day = 0; day < 10; day++)
        {
            await site.PostAsync(Samples.Root(), [Samples.News()], date: Samples.Date.AddDays(day));
        }

        using var browser = site.Browser();

        var first = await PageAsync(browser, "/");
        var second = await PageAsync(browser, first.QuerySelector(".paging a")!.GetAttribute("href")!);

        Assert.Equal(7, first.QuerySelectorAll("article.root").Length);
        Assert.Equal(3, second.QuerySelectorAll("article.root").Length);
        Assert.Null(second.QuerySelector(".paging a"));
        Assert.Empty(
            first
                .QuerySelectorAll("article.root")
                .Select(root => root.Id)
                .Intersect(second.QuerySelectorAll("article.root").Select(root => root.Id))
        );
    }

    [Fact]
    public async Task Another_channel_is_one_click_away()
    {
        await using var site = await WebSite.StartAsync();
        await site.PostSampleAsync();
        await site.PostAsync(Samples.Root(), [Samples.Funding()], subscription: 2, channel: "資金 & 出資");
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/");
        var other = await PageAsync(
            browser,
            page.QuerySelectorAll(".channels a").Single(link => !link.HasAttribute("aria-current")).GetAttribute("href")!
        );

        Assert.Single(other.QuerySelectorAll("article.section"));
        Assert.Equal("資金 & 出資", other.QuerySelector("form.ask input[name=channel]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_empty_channel_says_how_to_fill_it()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/");

        Assert.Contains("ingest", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=/funding%20tanager")]
    [InlineData("/threads/1")]
    [InlineData("/nothing-here")]
    [InlineData("/sign-in")]
    public async Task A_page_has_landmarks_ordered_headings_no_script_no_style_and_labelled_fields(string path)
    {
        await using var site = await WebSite.StartAsync();
        await site.PostSampleAsync();
        using var browser = site.Browser();

        var page = await PageAsync(browser, path);

        Assert.Empty(page.QuerySelectorAll("script, style, [style], iframe, object, embed, link[rel=preload]"));
        Assert.DoesNotContain(
            page.All,
            element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
        );
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        var level = 1;
        foreach (var heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            Assert.True(heading.LocalName[1] - '0' <= level + 1, $"{heading.LocalName} after h{level}");
            level = heading.LocalName[1] - '0';
        }

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden])"))
        {
            Assert.True(field.HasAttribute("aria-label") || page.QuerySelector($"label[for={field.Id}]") is not null);
        }

        foreach (var form in page.QuerySelectorAll("form[method=post]"))
        {
            Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
        }
    }

    [Fact]
    public async Task A_thread_that_is_not_there_is_a_page_that_says_so()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = site.Browser("en");

        using var response = await browser.GetAsync(new Uri("/threads/99", UriKind.Relative), Cancellation);
        var page = await ParseAsync(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Nothing here", page.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task A_failure_is_a_page_without_a_stack_trace()
    {
        await using var site = await WebSite.StartAsync(desk: new FixedDesk(_ => throw new InvalidOperationException("secret detail")));
        using var browser = site.Browser();

        using var response = await browser.GetAsync(new Uri("/?q=/funding", UriKind.Relative), Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("問題が発生しました", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", text, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheet_is_there_and_may_be_kept_for_ever()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = site.Browser();
        var page = await PageAsync(browser, "/");

        foreach (var link in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"))
        {
            using var asset = await browser.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), Cancellation);

            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<IDocument> PageAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return await ParseAsync(response);
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Archive.Saving;
using Bot.Testing.Briefings;
using Bot.Web.Tests.Infrastructure;

namespace Bot.Web.Tests.Pages;

public sealed class ArchivePageTests
{
    private static readonly DateOnly Today = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_lists_every_day_by_month_with_its_headline_and_counts()
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "港の荷役を学ぶ機械");
        await SaveAsync(site, Today.AddDays(-1), "雪崩を先に聞く");
        await SaveAsync(site, new DateOnly(2025, 12, 31), "年の瀬の海図");
        using var browser = site.Browser();

        var newest = await PageAsync(browser, "/archive");
        var other = await PageAsync(browser, newest.QuerySelectorAll(".years a")[1].GetAttribute("href")!);

        Assert.Equal(["2026年1月"], newest.QuerySelectorAll("h3").Select(month => month.TextContent));
        Assert.Equal(["/us-ai/2026-01-06", "/us-ai/2026-01-05"], Days(newest));
        Assert.Contains("1月6日(火) 港の荷役を学ぶ機械", Line(newest, 0), StringComparison.Ordinal);
        Assert.Contains("ニュース4件・資金調達3件・深掘り1本・参考文献8件", Line(newest, 0), StringComparison.Ordinal);
        Assert.Equal(["/us-ai/2025-12-31"], Days(other));
        Assert.Contains("2025年12月31日(水) 年の瀬の海図", Line(other, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_the_same_every_day_gives_way_to_the_news()
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "きょうの動き");
        await SaveAsync(site, Today.AddDays(-1), "きょうの動き");
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/archive");

        Assert.Contains("Harborlight、荷役ロボットの学習モデルを公開", Line(page, 0), StringComparison.Ordinal);
        Assert.Contains("きょうの動き", Line(page, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_has_an_address_its_neighbours_its_companies_and_its_data()
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "港の荷役を学ぶ機械");
        await SaveAsync(site, Today.AddDays(-3), "雪崩を先に聞く");
        await SaveAsync(site, Today.AddDays(2), "海図の共同整備");
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/us-ai/2026-01-06");

        Assert.Equal("港の荷役を学ぶ機械", page.QuerySelector("article.root h2")!.TextContent);
        Assert.Contains("1月6日(火) 港の荷役を学ぶ機械", page.Title, StringComparison.Ordinal);
        Assert.Equal(("/us-ai/2026-01-03", "/us-ai/2026-01-08"), (To(page, "a[rel=prev]"), To(page, "a[rel=next]")));
        Assert.Equal("/api/briefings/us-ai/2026-01-06", To(page, ".data a"));
        Assert.Equal(
            ["Quillstone", "Mossfield", "Lanternfish"],
            page.QuerySelectorAll(".companies a").Select(company => company.TextContent)
        );
        Assert.Equal("/us-ai/2026-01-06?q=%2Ffunding%20Quillstone&series=us-ai#reply", To(page, ".companies a"));
        var contents = page.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(contents);
        Assert.All(contents, link => Assert.Single(page.QuerySelectorAll(link)));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_editions_of_a_day_stand_beside_each_other()
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "港の荷役を学ぶ機械");
        await SaveAsync(site, Today, "夜の海図", edition: "夕べ");
        using var browser = site.Browser();

        var morning = await PageAsync(browser, "/us-ai/2026-01-06");
        var evening = await PageAsync(browser, To(morning, ".channels a:not([aria-current])"));

        Assert.Equal("港の荷役を学ぶ機械", morning.QuerySelector("article.root h2")!.TextContent);
        Assert.Equal("夜の海図", evening.QuerySelector("article.root h2")!.TextContent);
        Assert.EndsWith("?edition=%E5%A4%95%E3%81%B9", To(evening, ".data a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/us-ai/2026-01-05", "/us-ai/2026-01-06")]
    [InlineData("/us-ai/2027-03-01", "/us-ai/2026-01-06")]
    [InlineData("/us-ai/2026-01-06/noon", "/archive")]
    [InlineData("/us-ai/2026-13-06", "/")]
    [InlineData("/other/2026-01-06", "/")]
    [InlineData("/archive/us-ai/2020", "/")]
    public async Task What_is_not_there_is_said_with_a_way_on(string path, string way)
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "港の荷役を学ぶ機械");
        using var browser = site.Browser();

        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        var page = await ParseAsync(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(way, page.QuerySelectorAll("main a.button").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_is_held_is_not_shown()
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "港の荷役を学ぶ機械", isHeld: true);
        using var browser = site.Browser();

        var list = await PageAsync(browser, "/archive");
        using var day = await browser.GetAsync(new Uri("/us-ai/2026-01-06", UriKind.Relative), Cancellation);

        Assert.Empty(Days(list));
        Assert.Equal(HttpStatusCode.NotFound, day.StatusCode);
        Assert.DoesNotContain("港の荷役", await day.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_on_a_day_names_the_page_and_is_answered_there()
    {
        await using var site = await WebSite.StartAsync();
        await SaveAsync(site, Today, "港の荷役を学ぶ機械");
        using var browser = site.Browser();

        var page = await PageAsync(browser, "/us-ai/2026-01-06?q=/funding+tanager");

        Assert.StartsWith("/funding tanager", page.Title, StringComparison.Ordinal);
        Assert.Contains("12億ドル", page.QuerySelector("#reply")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<SaveResult> SaveAsync(WebSite site, DateOnly date, string headline, string edition = "", bool isHeld = false) =>
        site.Database.Archive.SaveAsync(
            new SaveRequest
            {
                Series = "us-ai",
                Date = date,
                Edition = edition,
                Reading = new FixtureBriefing { Date = date, Headline = headline }.Read(),
                Origin = "test",
                IsHeld = isHeld,
            },
            Cancellation
        );

    private static IEnumerable<string?> Days(IDocument page) => page.QuerySelectorAll(".days a").Select(link => link.GetAttribute("href"));

    private static string Line(IDocument page, int at) =>
        string.Join(' ', page.QuerySelectorAll(".days li")[at].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string To(IDocument page, string selector) => page.QuerySelector(selector)!.GetAttribute("href")!;

    private static async Task<IDocument> PageAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ParseAsync(response);
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
}

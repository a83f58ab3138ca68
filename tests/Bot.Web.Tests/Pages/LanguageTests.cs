using System.Net;
using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Web.Pages;
using Bot.Web.Tests.Infrastructure;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Tests.Pages;

public sealed partial class LanguageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, Locale.Japanese)]
    [InlineData("ja-JP,ja;q=0.9,en;q=0.8", Locale.Japanese)]
    [InlineData("en", Locale.English)]
    [InlineData("fr, en;q=0.5, ja;q=0.7", Locale.Japanese)]
    [InlineData("fr", Locale.English)]
    [InlineData("ja;q=0, en", Locale.English)]
    [InlineData(";;;", Locale.Japanese)]
    public void The_browsers_language_is_used(string? header, Locale expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = header;

        Assert.Equal(expected, PageLocale.Of(request));
    }

    [Fact]
    public async Task The_switch_is_remembered_and_leads_back()
    {
        await using var site = await WebSite.StartAsync();
        await site.PostSampleAsync();
        using var browser = site.Browser("ja");

        using var switched = await browser.GetAsync(new Uri("/language?to=en&back=%2Fthreads%2F1", UriKind.Relative), Cancellation);
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, switched.StatusCode);
        Assert.Equal("/threads/1", switched.Headers.Location!.ToString());
        var cookie = Assert.Single(switched.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);

        // The frame of a message stays in its subscription's language.
        Assert.Contains("<article class=\"sheet root\" id=\"m1\" lang=\"ja\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public void Nobody_is_sent_to_another_site(string? back) => Assert.Equal("/", PageRoutes.Local(back));

    [Fact]
    public async Task A_page_that_only_reads_sets_no_cookie()
    {
        await using var site = await WebSite.StartAsync();
        using var browser = site.Browser();

        using var response = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public void Every_text_that_a_page_uses_is_there_in_both_languages()
    {
        var used = Directory
            .EnumerateFiles(Source(), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => TextKey().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .ToHashSet();

        Assert.True(used.Count > 20);
        Assert.All(
            used,
            key =>
            {
                Assert.NotEmpty(PageTexts.In(Locale.Japanese)[key]);
                Assert.NotEmpty(PageTexts.In(Locale.English)[key]);
            }
        );
    }

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Bot.Web"));

    [GeneratedRegex("""(?:Texts|texts|\))(?:\[|\.Format\()"(?<key>\w+)"|Status\w+, "(?<key>\w+)"\)""")]
    private static partial Regex TextKey();
}

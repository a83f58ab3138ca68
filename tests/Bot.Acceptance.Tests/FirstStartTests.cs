using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bot.Acceptance.Tests.Processes;

namespace Bot.Acceptance.Tests;

/// <summary>What a person sees who starts the bot for the first time, with nothing configured, in an empty folder.</summary>
public sealed partial class FirstStartTests(PublishedBot published, SampleBot sample)
{
    /// <summary>The root and the eight sections of the sample.</summary>
    private const int SamplePosts = 9;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_briefing_is_on_the_page_with_its_thread_and_its_style()
    {
        using var http = new HttpClient { BaseAddress = await sample.AddressAsync(published) };

        var page = await PageWithSampleAsync(http);

        Assert.True(File.Exists(Path.Combine(sample.Folder, "data", "bot.db")));
        Assert.Contains("・見本・", page, StringComparison.Ordinal);
        var style = StylePattern().Match(page).Groups["href"].Value;
        using var css = await http.GetAsync(new Uri(style, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, css.StatusCode);
        Assert.Equal("text/css", css.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Health_and_security_headers_are_there()
    {
        using var http = new HttpClient { BaseAddress = await sample.AddressAsync(published) };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).StatusCode);
        using var page = await http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_one_line_is_printed_and_a_polite_stop_exits_with_zero()
    {
        using var folder = new EmptyFolder();
        await using var bot = BotProcess.Start(published, folder.Path);
        await bot.AddressAsync();

        bot.Signal(PosixSignal.SIGTERM);

        Assert.Equal(0, await bot.ExitAsync());
        Assert.Single(bot.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_killed_bot_shows_every_post_once_after_its_restart()
    {
        using var folder = new EmptyFolder();
        await using (var first = BotProcess.Start(published, folder.Path))
        {
            await first.AddressAsync();
            await first.KillAsync();
        }

        await using var second = BotProcess.Start(published, folder.Path);
        using var http = new HttpClient { BaseAddress = await second.AddressAsync() };
        var page = await PageWithSampleAsync(http);

        Assert.Equal(SamplePosts, MessagePattern().Count(page));
        var headings = HeadingPattern().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.True(headings.Count >= SamplePosts);
        Assert.Equal(headings.Distinct(), headings);
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_is_refused_with_the_reason()
    {
        await sample.AddressAsync(published);

        var (code, _, errors) = await BotProcess.RunAsync(published, sample.Folder, null, "serve");

        Assert.Equal(1, code);
        Assert.Contains("bot.db", errors, StringComparison.Ordinal);
    }

    private static Task<string> PageWithSampleAsync(HttpClient http) =>
        Eventually.GetAsync(
            () => http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation),
            page => MessagePattern().Count(page) >= SamplePosts,
            "the sample's root and its eight sections"
        );

    [GeneratedRegex("""<link[^>]*rel="stylesheet"[^>]*href="(?<href>[^"]+)"|<link[^>]*href="(?<href>[^"]+)"[^>]*rel="stylesheet"[^>]*>""")]
    private static partial Regex StylePattern();

    [GeneratedRegex("<h[1-6][^>]*>(.*?)</h[1-6]>", RegexOptions.Singleline)]
    private static partial Regex HeadingPattern();

    /// <summary>Each message of the channel carries its id.</summary>
    [GeneratedRegex("""id="m-?\d+"[^>]*""")]
    private static partial Regex MessagePattern();
}

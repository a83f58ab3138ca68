using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Serving;

[Collection(RunningBotCollection.Name)]
public sealed class HeldPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_what_is_held_why_and_by_which_command_it_is_released()
    {
        using var bench = new Bench();
        // An inbox keeps the sample away.
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench
            .Set("Intake:Inbox", "inbox")
            .Set("Series:0:Key", "us-ai")
            .Set("Series:1:Key", "closed")
            .Set("Series:1:Workspaces:0", "slack:T1");
        bench.Write("far.md", Markdown.Of(new DateOnly(2099, 1, 6), "<b>遠い</b>見出し"));
        await bench.RunAsync("ingest", "far.md");
        await bench.RunAsync("ingest", "far.md", "--series", "closed");
        await using var bot = await RunningBot.StartAsync(bench);

        var japanese = await PageAsync(bot, "ja");
        var english = await PageAsync(bot, "en");

        Assert.Contains("確認を待っているブリーフィング", japanese, StringComparison.Ordinal);
        Assert.Contains("日付が先すぎます", japanese, StringComparison.Ordinal);
        Assert.Contains("its date is too far ahead", english, StringComparison.Ordinal);
        Assert.Contains("confirm us-ai 2099-01-06</code>", english, StringComparison.Ordinal);
        // Not for this channel.
        Assert.DoesNotContain("confirm closed", english, StringComparison.Ordinal);

        await bench.RunAsync("confirm", "us-ai", "2099-01-06", "--no-deliver");

        Assert.DoesNotContain("confirm us-ai", await PageAsync(bot, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_stands_in_the_ledger_with_its_time_whatever_process_looks()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 3, 0, 0, TimeSpan.Zero));
        using var bench = new Bench { Time = time };
        bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 7)));
        await bench.RunAsync("ingest", "a.md");

        Assert.Contains("open\t", (await bench.RunAsync("deliveries", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("2026-01-06T15:00:00Z", (await bench.RunAsync("deliveries", "show", "1")).Output, StringComparison.Ordinal);
        Assert.Contains("the same as before", (await bench.RunAsync("ingest", "a.md")).Output, StringComparison.Ordinal);
        Assert.Contains("2026-01-06T15:00:00Z", (await bench.RunAsync("deliveries", "show", "1")).Output, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(RunningBot bot, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await bot.Http.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("<b>遠い", html, StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(html);
    }
}

using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class AskVerbTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task An_empty_archive_says_how_to_fill_it()
    {
        var outcome = await _bench.RunAsync("ask", "/funding", "--locale", "en");

        Assert.Contains("ingest", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_locale_chooses_the_language_of_the_reply()
    {
        var english = await _bench.RunAsync("ask", "/help", "--locale", "en");
        var japanese = await _bench.RunAsync("ask", "/help", "--locale", "Japanese");

        Assert.Equal(ExitCode.Done, english.Code);
        Assert.NotEqual(english.Output, japanese.Output);
        Assert.Contains("/funding", english.Output, StringComparison.Ordinal);
        Assert.Contains("/outlook", japanese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_fails_with_the_nearest_one()
    {
        var outcome = await _bench.RunAsync("ask", "/fundng");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("/funding", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_may_come_as_several_words()
    {
        _bench.Write("a.md", Markdown.OfToday());
        await _bench.RunAsync("ingest", "a.md");

        var outcome = await _bench.RunAsync("ask", "/outlook", "中期");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("観測網の共有", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_asked_is_wrong_usage()
    {
        var outcome = await _bench.RunAsync("ask", " / ");

        Assert.Equal(ExitCode.WrongUsage, outcome.Code);
    }
}

using Bot.Chat;
using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class VerbTreeTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("read --help")]
    [InlineData("ingest --help")]
    [InlineData("ask --help")]
    [InlineData("confirm --help")]
    [InlineData("subscriptions --help")]
    [InlineData("subscriptions list --help")]
    [InlineData("subscriptions apply --help")]
    [InlineData("subscriptions export --help")]
    [InlineData("doctor --help")]
    public async Task Help_is_a_result_and_touches_nothing(string line)
    {
        var outcome = await _bench.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("Usage", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(outcome.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Theory]
    [InlineData("reed briefing.md")]
    [InlineData("read")]
    [InlineData("read a.md b.md")]
    [InlineData("read a.md --jsn")]
    [InlineData("ingest")]
    [InlineData("ask")]
    [InlineData("ask /help --locale fr")]
    [InlineData("ask /help --platform telegraph")]
    [InlineData("confirm us-ai")]
    [InlineData("confirm us-ai 2026-13-01")]
    [InlineData("confirm us-ai 6.1.2026")]
    [InlineData("subscriptions")]
    [InlineData("subscriptions drop")]
    [InlineData("serve now")]
    public async Task Wrong_usage_exits_with_two_and_says_where_help_is(string line)
    {
        var outcome = await _bench.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.WrongUsage, outcome.Code);
        Assert.Contains("--help", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Theory]
    [InlineData("read a.md")]
    [InlineData("ingest a.md")]
    [InlineData("ask /help")]
    [InlineData("subscriptions list")]
    [InlineData("serve")]
    [InlineData("confirm us-ai 2026-01-06")]
    public async Task A_wrong_configuration_stops_every_verb_and_names_the_key(string line)
    {
        _bench.Set("Intake:Inbx", "in").Set("Web:Url", "nowhere");

        var outcome = await _bench.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("Intake:Inbx", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Web:Url", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Fact]
    public async Task Without_a_known_language_messages_come_in_both()
    {
        _bench.Language = null;

        var outcome = await _bench.RunAsync("read", "absent.md");

        Assert.Contains("ファイルがありません", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("there is no such file", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Japanese_messages_are_Japanese()
    {
        _bench.Language = Locale.Japanese;

        var outcome = await _bench.RunAsync("read", "absent.md");

        Assert.Contains("ファイルがありません", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no such file", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_none_is_a_reason_and_not_a_stack()
    {
        _bench.Write("data/bot.db", "this is no database, but long enough to look like a file with something in it");

        var outcome = await _bench.RunAsync("ask", "/help");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("bot.db", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }
}

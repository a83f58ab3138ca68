using Bot.Testing.Briefings;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Verbs;

/// <summary>What is held, what is old and what is still to come, from the command line.</summary>
public sealed class HoldingVerbTests : IDisposable
{
    private const string Page = "<!DOCTYPE html><html><body><h2>Please sign in</h2><p>2026-01-06</p></body></html>";

    private readonly Bench _bench = new() { Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 22, 30, 0, TimeSpan.Zero)) };

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_page_in_a_days_place_waits_beside_it_and_changes_nothing()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        _bench.Write("page.md", Page);
        await _bench.RunAsync("ingest", "a.md");

        var held = await _bench.RunAsync("ingest", "page.md", "--date", "2026-01-06");

        Assert.Contains("it is HTML, not Markdown", held.Output, StringComparison.Ordinal);
        Assert.Contains("us-ai 2026-01-06 stays as it is", held.Output, StringComparison.Ordinal);
        Assert.Contains("--edition doc-2 --as-revision", held.Output, StringComparison.Ordinal);
        Assert.Contains("Quillstone", (await _bench.RunAsync("ask", "/funding")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_for_an_empty_day_is_held_and_the_days_briefing_is_the_way_on()
    {
        _bench.Write("page.md", Page);
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        Assert.Contains(
            "us-ai 2026-01-06 held",
            (await _bench.RunAsync("ingest", "page.md", "--date", "2026-01-06")).Output,
            StringComparison.Ordinal
        );

        var outcome = await _bench.RunAsync("ingest", "a.md");

        Assert.Contains("it was held and has now been released", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Quillstone", (await _bench.RunAsync("ask", "/funding")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LeastSections", "9", "8 sections (minimum 9)")]
    [InlineData("LeastUnderstood", "1", "of the text understood (minimum 100%)")]
    [InlineData("MostUnresolved", "0", "1 citations without a reference (maximum 0)")]
    public async Task Below_the_gate_it_is_held_until_it_is_confirmed_or_corrected(string limit, string value, string words)
    {
        _bench.Set("Series:0:Key", "us-ai").Set($"Series:0:Gate:{limit}", value);
        var good = new FixtureBriefing { Date = new DateOnly(2026, 1, 6) }.ToMarkdown();
        var bad = good.Replace("向けたものです。 [3]", "向けたものです。 [33]", StringComparison.Ordinal)
            .Replace(
                "## 🔮",
                "## 🏭 AI半導体ニュース\n\nこの段落は何かを語りますが、項目の形をしていません。しかも長く続きます。\n\n## 🔮",
                StringComparison.Ordinal
            );
        _bench.Write("a.md", limit == "LeastSections" ? good : bad);

        var held = await _bench.RunAsync("ingest", "a.md");
        Assert.Contains(words, held.Output, StringComparison.Ordinal);
        Assert.Contains("confirm us-ai 2026-01-06", held.Output, StringComparison.Ordinal);
        Assert.Contains("being", (await _bench.RunAsync("ask", "/funding")).Output + "being", StringComparison.Ordinal);
        Assert.DoesNotContain("120億", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);

        if (limit == "LeastSections")
        {
            Assert.Contains("released", (await _bench.RunAsync("confirm", "us-ai", "2026-01-06")).Output, StringComparison.Ordinal);
            // What is released is not held again for the same text.
            Assert.Contains("the same as before", (await _bench.RunAsync("ingest", "a.md")).Output, StringComparison.Ordinal);
        }
        else
        {
            _bench.Write("a.md", good);
            Assert.Contains("released", (await _bench.RunAsync("ingest", "a.md")).Output, StringComparison.Ordinal);
        }

        Assert.Contains("120億", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_below_the_gate_leaves_what_is_posted_alone()
    {
        _bench.Set("Series:0:Key", "us-ai").Set("Series:0:Gate:MostUnresolved", "0");
        var good = new FixtureBriefing { Date = new DateOnly(2026, 1, 6) }.ToMarkdown();
        _bench.Write("a.md", good);
        await _bench.RunAsync("ingest", "a.md");
        _bench.Write(
            "a.md",
            good.Replace(
                "900万ドル（シード） | - | 漁場の見える化 | [7]",
                "990万ドル（シード） | - | 漁場の見える化 | [77]",
                StringComparison.Ordinal
            )
        );

        var held = await _bench.RunAsync("ingest", "a.md");

        Assert.Contains("confirm us-ai 2026-01-06 --edition doc-2 --as-revision", held.Output, StringComparison.Ordinal);
        Assert.Contains("900万ドル", (await _bench.RunAsync("ask", "/funding lanternfish")).Output, StringComparison.Ordinal);
        await _bench.RunAsync("confirm", "us-ai", "2026-01-06", "--edition", "doc-2", "--as-revision");
        Assert.Contains("990万ドル", (await _bench.RunAsync("ask", "/funding lanternfish")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_day_is_answered_from_and_delivered_by_the_command_of_its_receipt()
    {
        _bench.Write("it's old.md", Markdown.Of(new DateOnly(2025, 11, 6)));

        var stored = await _bench.RunAsync("ingest", "it's old.md", "--series", "us-ai");

        Assert.Contains(@"ingest --deliver --series us-ai 'it'\''s old.md'", stored.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("web:local", stored.Output, StringComparison.Ordinal);
        Assert.Contains("120億", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-11-06", (await _bench.RunAsync("deliveries", "list")).Output, StringComparison.Ordinal);

        var delivered = await _bench.RunAsync("ingest", "--deliver", "--series", "us-ai", "it's old.md");

        Assert.Contains("web:local/briefings", delivered.Output, StringComparison.Ordinal);
        Assert.Contains("2025-11-06", (await _bench.RunAsync("deliveries", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task More_than_three_old_days_are_posted_only_on_a_word_also_those_that_are_stored(int days, bool asks)
    {
        string[] files = [.. Enumerable.Range(1, days).Select(day => $"{day}.md")];
        for (var day = 1; day <= days; day++)
        {
            _bench.Write($"{day}.md", Markdown.Of(new DateOnly(2025, 11, day)));
        }

        await _bench.RunAsync(["ingest", "--no-deliver", .. files]);
        var outcome = await _bench.RunAsync(["ingest", "--deliver", .. files]);

        Assert.Equal(asks ? ExitCode.Failed : ExitCode.Done, outcome.Code);
        Assert.Equal(!asks, (await _bench.RunAsync("deliveries", "list")).Output.Contains("2025-11-01", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, (await _bench.RunAsync(["ingest", "--deliver", "--yes", .. files])).Code);
        Assert.Contains("2025-11-01", (await _bench.RunAsync("deliveries", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_delivery_a_held_day_is_released_and_says_so()
    {
        _bench.Language = Chat.Locale.Japanese;
        _bench.Write("a.md", Markdown.Of(new DateOnly(2025, 1, 6)));
        Assert.Contains("保留", (await _bench.RunAsync("ingest", "a.md")).Output, StringComparison.Ordinal);

        Assert.Contains("公開しました", (await _bench.RunAsync("ingest", "a.md", "--no-deliver")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_says_from_when_it_goes()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 9)));

        var outcome = await _bench.RunAsync("ingest", "a.md");

        Assert.Contains("web:local/briefings 2026-01-09 00:00 +09:00", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("waits until 2026-01-09", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_says_what_was_understood_and_quotes_what_was_not()
    {
        var text = new FixtureBriefing { Date = new DateOnly(2026, 1, 6) }
            .ToMarkdown()
            .Replace("[1]", "[91] [92] [91]", StringComparison.Ordinal)
            .Replace("## 🔮", "## 🏭 AI半導体ニュース\n\nこの段落は項目の形をしていません。\n\n## 🔮", StringComparison.Ordinal);
        _bench.Write("a.md", text);

        var receipt = (await _bench.RunAsync("ingest", "a.md")).Output;

        Assert.Contains("🔥 AI基盤技術ニュース: 3 entries", receipt, StringComparison.Ordinal);
        Assert.Contains("🎯 マーケティングAIニュース: 1 entry", receipt, StringComparison.Ordinal);
        var line = text.Split('\n').Index().Single(line => line.Item.StartsWith("この段落は", StringComparison.Ordinal)).Index + 1;
        Assert.Contains($"    {line}: この段落は項目の形をしていません。", receipt, StringComparison.Ordinal);
        Assert.Single(receipt.Split('\n'), written => written.Contains("without a matching reference", StringComparison.Ordinal));
        Assert.Contains("no entry could be read from the section", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing-understood", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("dangling", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindex_reads_again_what_another_vocabulary_read_and_posts_nothing()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        _bench.Set("Vocabulary:Sections:insights:新興企業", "90");
        await _bench.RunAsync("ingest", "a.md");
        Assert.DoesNotContain("120億", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
        _bench.Set("Vocabulary:Sections:insights:新興企業", null);
        var before = (await _bench.RunAsync("deliveries", "list")).Output;

        var outcome = await _bench.RunAsync("reindex");

        Assert.Contains("1 briefings read again", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("120億", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
        Assert.Equal(before, (await _bench.RunAsync("deliveries", "list")).Output);
        Assert.Contains("0 briefings", (await _bench.RunAsync("reindex")).Output, StringComparison.Ordinal);
        Assert.Contains("1 briefings", (await _bench.RunAsync("reindex", "--all", "--series", "us-ai")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, (await _bench.RunAsync("reindex", "--series", "eu-ai")).Code);
    }
}

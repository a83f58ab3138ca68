using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Verbs;

public sealed class IngestVerbTests : IDisposable
{
    /// <summary>7:30 in Tokyo.</summary>
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 22, 30, 0, TimeSpan.Zero));
    private readonly Bench _bench;

    public IngestVerbTests() => _bench = new Bench { Time = _time };

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_briefing_is_stored_and_its_delivery_to_the_web_channel_planned()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("ingest", "a.md");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("a.md: us-ai 2026-01-06 new", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("funding 3", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings 2026-01-06 07:30 +09:00", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Quillstone", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_says_so()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        await _bench.RunAsync("ingest", "a.md");

        var outcome = await _bench.RunAsync("ingest", "a.md");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("the same as before", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_one_is_a_revision_with_its_changes()
    {
        var first = Markdown.Of(new DateOnly(2026, 1, 6));
        _bench.Write("a.md", first);
        await _bench.RunAsync("ingest", "a.md");
        _bench.Write("a.md", first.Replace("900万ドル（シード）", "950万ドル（シード）", StringComparison.Ordinal));

        var outcome = await _bench.RunAsync("ingest", "a.md");

        Assert.Contains("revision 2", outcome.Output, StringComparison.Ordinal);
        var change = Assert.Single(outcome.Output.Split('\n'), line => line.StartsWith("  ~ ", StringComparison.Ordinal));
        Assert.Contains("Lanternfish", change, StringComparison.Ordinal);
        Assert.Contains("$9M → $9.5M", change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-03", false, true)]
    [InlineData("2026-01-09", false, true)]
    [InlineData("2026-01-02", false, false)]
    [InlineData("2026-01-10", true, false)]
    [InlineData("2025-01-06", true, false)]
    public async Task A_day_far_ahead_or_near_today_in_another_year_is_held_and_an_old_one_is_not_delivered_by_itself(
        string date,
        bool held,
        bool delivered
    )
    {
        _bench.Write("a.md", Markdown.Of(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

        var outcome = await _bench.RunAsync("ingest", "a.md");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Equal(held, outcome.Output.Contains("held", StringComparison.Ordinal));
        Assert.Equal(held, outcome.Output.Contains($"confirm us-ai {date}", StringComparison.Ordinal));
        Assert.Equal(delivered, outcome.Output.Contains("web:local/briefings", StringComparison.Ordinal));
        Assert.Equal(!held && !delivered, outcome.Output.Contains("ingest --deliver a.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_held_briefing_is_not_answered_from_until_it_is_confirmed()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2025, 1, 6)));
        await _bench.RunAsync("ingest", "a.md");
        Assert.DoesNotContain("120億ドル", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);

        var confirmed = await _bench.RunAsync("confirm", "us-ai", "2025-01-06");

        Assert.Equal(ExitCode.Done, confirmed.Code);
        Assert.Contains("released", confirmed.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", confirmed.Output, StringComparison.Ordinal);
        Assert.Contains("120億ドル", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
        Assert.Contains("not held", (await _bench.RunAsync("confirm", "us-ai", "2025-01-06")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_what_is_not_there_fails()
    {
        var outcome = await _bench.RunAsync("confirm", "us-ai", "2026-01-06");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("no briefing", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_gives_the_receipt_and_leaves_nothing()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("ingest", "a.md", "--dry-run");

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("dry run", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_bench.Folder, "data")));
    }

    [Fact]
    public async Task A_dry_run_of_a_revision_shows_its_changes_and_stores_none()
    {
        var first = Markdown.Of(new DateOnly(2026, 1, 6));
        _bench.Write("a.md", first);
        await _bench.RunAsync("ingest", "a.md");
        _bench.Write("b.md", first.Replace("Lanternfish", "Lampfish", StringComparison.Ordinal));

        var dry = await _bench.RunAsync("ingest", "b.md", "--dry-run");

        Assert.Contains("revision 2", dry.Output, StringComparison.Ordinal);
        Assert.Contains("Lampfish", dry.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings: not sent yet, goes out anew: ", dry.Output, StringComparison.Ordinal);
        Assert.Contains("the same as before", (await _bench.RunAsync("ingest", "a.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backfilling_plans_no_delivery()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("ingest", "a.md", "--no-deliver");

        Assert.Contains("not delivered, as asked", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("web:local", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-01-06", false)]
    [InlineData("2026-01-10", true)]
    public async Task Backfilling_holds_no_old_day_but_one_to_come(string date, bool held)
    {
        _bench.Write("a.md", Markdown.Of(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

        var outcome = await _bench.RunAsync("ingest", "a.md", "--no-deliver");

        Assert.Equal(held, outcome.Output.Contains($"confirm us-ai {date}", StringComparison.Ordinal));
        Assert.Equal(!held, (await _bench.RunAsync("ask", "/funding quillstone")).Output.Contains("120億ドル", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backfilling_releases_an_old_day_that_was_held_for_its_delivery()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2025, 1, 6)));
        await _bench.RunAsync("ingest", "a.md");

        var dry = await _bench.RunAsync("ingest", "a.md", "--no-deliver", "--dry-run");
        var still = await _bench.RunAsync("ask", "/funding quillstone");
        var outcome = await _bench.RunAsync("ingest", "a.md", "--no-deliver");

        Assert.Contains("released", dry.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("confirm us-ai", dry.Output, StringComparison.Ordinal);
        Assert.Contains("confirm us-ai 2025-01-06", still.Output, StringComparison.Ordinal);
        Assert.Contains("the same as before", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("120億ドル", (await _bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_file_fails_the_run_but_not_the_others()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        _bench.Write("b.md", "# 日付のない題名\n\n要旨。\n");

        var outcome = await _bench.RunAsync("ingest", "b.md", "absent.md", "a.md");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("b.md: refused", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("date into the title", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("absent.md", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("a.md: us-ai 2026-01-06 new", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_series_lists_the_known_ones()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("ingest", "a.md", "--series", "eu-ai");

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("us-ai", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_files_show_how_far_it_is_on_standard_error_only()
    {
        var files = Enumerable.Range(1, 6).Select(day => (Name: $"{day}.md", Date: new DateOnly(2026, 1, 3).AddDays(day - 1))).ToList();
        files.ForEach(file => _bench.Write(file.Name, Markdown.Of(file.Date)));

        var outcome = await _bench.RunAsync(["ingest", .. files.Select(file => file.Name)]);

        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("6/6", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("6/6", outcome.Output, StringComparison.Ordinal);
    }
}

using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Testing.Briefings;
using Bot.Tests.Infrastructure;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Verbs;

/// <summary>Several documents of one day, from the command line.</summary>
public sealed class EditionVerbTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    private readonly Bench _bench = new() { Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 22, 30, 0, TimeSpan.Zero)) };

    public EditionVerbTests()
    {
        _bench.Write("a.md", new FixtureBriefing { Date = Day }.ToMarkdown());
        _bench.Write("other.md", OtherBriefing.Of(Day).ToMarkdown());
        _bench.Write("titled.md", OtherBriefing.Of(Day).Named("夕刊"));
        _bench.Write("front.md", "---\nedition: evening\n---\n" + OtherBriefing.Of(Day).ToMarkdown());
        _bench.Write("2026-01-06-evening.md", OtherBriefing.Of(Day).ToMarkdown());
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("titled.md", false)]
    [InlineData("front.md", false)]
    [InlineData("2026-01-06-evening.md", false)]
    [InlineData("other.md", true)]
    public async Task An_evening_stands_beside_the_morning_wherever_it_says_so(string file, bool isOption)
    {
        await _bench.RunAsync("ingest", "a.md");

        var outcome = await (isOption ? _bench.RunAsync("ingest", file, "--edition", "evening") : _bench.RunAsync("ingest", file));

        Assert.Contains("us-ai 2026-01-06/evening new", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Quillstone", (await _bench.RunAsync("ask", "/funding 2026-01-06")).Output, StringComparison.Ordinal);
        Assert.Contains("Copperline", (await _bench.RunAsync("ask", "/funding evening")).Output, StringComparison.Ordinal);
        var deliveries = (await _bench.RunAsync("deliveries", "list")).Output;
        Assert.Contains("\t2026-01-06\t", deliveries, StringComparison.Ordinal);
        Assert.Contains("\t2026-01-06/evening\t", deliveries, StringComparison.Ordinal);
        // Each of them again is the same.
        Assert.Contains("us-ai 2026-01-06 the same", (await _bench.RunAsync("ingest", "a.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_release_stored_without_its_edition_stays_there_when_it_comes_again_or_is_corrected()
    {
        var titled = OtherBriefing.Of(Day).Named("夕刊");
        await using (var host = await HostServices.OpenAsync(_bench))
        {
            await host
                .Services.GetRequiredService<BriefingArchive>()
                .SaveAsync(
                    new SaveRequest
                    {
                        Series = "us-ai",
                        Date = Day,
                        Reading = new BriefingReader().Read(titled),
                        Origin = "cli",
                    },
                    TestContext.Current.CancellationToken
                );
        }

        Assert.Contains("us-ai 2026-01-06 the same", (await _bench.RunAsync("ingest", "titled.md")).Output, StringComparison.Ordinal);
        _bench.Write("titled.md", titled.Replace("三時間先", "四時間先", StringComparison.Ordinal));
        Assert.DoesNotContain("evening", (await _bench.RunAsync("ingest", "titled.md")).Output, StringComparison.Ordinal);
        // Another document names itself, and is another.
        _bench.Write("early.md", new FixtureBriefing { Date = Day }.Named("朝刊"));
        Assert.Contains("us-ai 2026-01-06/morning new", (await _bench.RunAsync("ingest", "early.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_document_of_a_stored_day_is_held_and_offers_both_ways()
    {
        await _bench.RunAsync("ingest", "a.md");

        var dry = await _bench.RunAsync("ingest", "other.md", "--dry-run");
        var held = await _bench.RunAsync("ingest", "other.md");

        Assert.Equal(ExitCode.Done, held.Code);
        foreach (var receipt in new[] { dry.Output, held.Output })
        {
            Assert.Contains("confirm us-ai 2026-01-06 --edition doc-2 --as-revision", receipt, StringComparison.Ordinal);
            Assert.Contains("confirm us-ai 2026-01-06 --edition doc-2 --as-edition NAME", receipt, StringComparison.Ordinal);
            Assert.DoesNotContain("web:local", receipt, StringComparison.Ordinal);
        }

        // It waits: the morning is as it was, and coming again, in whatever way, it still waits.
        Assert.Contains("held", (await _bench.RunAsync("ingest", "other.md")).Output, StringComparison.Ordinal);
        Assert.Contains("held", (await _bench.RunAsync("ingest", "other.md", "--no-deliver")).Output, StringComparison.Ordinal);
        Assert.Contains("Quillstone", (await _bench.RunAsync("ask", "/funding")).Output, StringComparison.Ordinal);
        Assert.Contains(
            "confirm us-ai 2026-01-06 --edition doc-2",
            (await _bench.RunAsync("ask", "/funding copperline")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_third_one_waits_beside_the_second_and_a_new_version_of_the_second_in_its_place()
    {
        await _bench.RunAsync("ingest", "a.md");
        await _bench.RunAsync("ingest", "other.md");
        _bench.Write(
            "third.md",
            new FixtureBriefing
            {
                Date = Day,
                Technology = [new("Pinewhistle、山小屋の予約を束ねる", "電波のない場所でも衛星で届きます。", 1)],
                Marketing = [],
                Rounds = [],
                Dives = [],
                Comparison = [],
                Insights = [],
                Outlook = [],
            }.ToMarkdown()
        );
        _bench.Write("better.md", (OtherBriefing.Of(Day) with { Marketing = [] }).ToMarkdown());

        Assert.Contains("--edition doc-3 --as-revision", (await _bench.RunAsync("ingest", "third.md")).Output, StringComparison.Ordinal);
        Assert.Contains("--edition doc-2 --as-revision", (await _bench.RunAsync("ingest", "better.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_revision_it_takes_the_days_place_and_waits_no_more()
    {
        await _bench.RunAsync("ingest", "a.md");
        await _bench.RunAsync("ingest", "other.md");

        var confirmed = await _bench.RunAsync("confirm", "us-ai", "2026-01-06", "--edition", "doc-2", "--as-revision");

        Assert.Equal(ExitCode.Done, confirmed.Code);
        Assert.Contains("us-ai 2026-01-06 is released", confirmed.Output, StringComparison.Ordinal);
        var answer = (await _bench.RunAsync("ask", "/funding")).Output;
        Assert.Contains("Copperline", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillstone", answer, StringComparison.Ordinal);
        Assert.Contains("us-ai 2026-01-06 the same", (await _bench.RunAsync("ingest", "other.md")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, (await _bench.RunAsync("confirm", "us-ai", "2026-01-06", "--edition", "doc-2")).Code);
    }

    [Fact]
    public async Task As_an_edition_both_stand_and_it_is_known_when_it_comes_again()
    {
        await _bench.RunAsync("ingest", "a.md");
        await _bench.RunAsync("ingest", "other.md");

        var confirmed = await _bench.RunAsync("confirm", "us-ai", "2026-01-06", "--edition", "doc-2", "--as-edition", "evening");

        Assert.Contains("us-ai 2026-01-06/evening is released", confirmed.Output, StringComparison.Ordinal);
        Assert.Contains("web:local/briefings", confirmed.Output, StringComparison.Ordinal);
        Assert.Contains("Quillstone", (await _bench.RunAsync("ask", "/funding 2026-01-06")).Output, StringComparison.Ordinal);
        Assert.Contains("Copperline", (await _bench.RunAsync("ask", "/funding 2026-01-06 evening")).Output, StringComparison.Ordinal);
        // The document names no edition: what it is, it is known by its content.
        Assert.Contains("2026-01-06/evening the same", (await _bench.RunAsync("ingest", "other.md")).Output, StringComparison.Ordinal);
        _bench.Write("other.md", OtherBriefing.Of(Day).ToMarkdown().Replace("6500万ドル", "6600万ドル", StringComparison.Ordinal));
        Assert.Contains("2026-01-06/evening revision 2", (await _bench.RunAsync("ingest", "other.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_is_taken_is_not_given_twice()
    {
        await _bench.RunAsync("ingest", "a.md");
        await _bench.RunAsync("ingest", "titled.md");
        _bench.Write(
            "third.md",
            new FixtureBriefing
            {
                Date = Day,
                Technology = [new("Pinewhistle、山小屋の予約を束ねる", "衛星で届きます。", 1)],
                Marketing = [],
                Rounds = [],
                Dives = [],
                Comparison = [],
                Insights = [],
                Outlook = [],
            }.ToMarkdown()
        );
        await _bench.RunAsync("ingest", "third.md");

        var taken = await _bench.RunAsync("confirm", "us-ai", "2026-01-06", "--edition", "doc-2", "--as-edition", "evening");

        Assert.DoesNotContain("released", taken.Output, StringComparison.Ordinal);
        Assert.Contains("Copperline", (await _bench.RunAsync("ask", "/funding evening")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest", "a.md", "--edition", "Evening!")]
    [InlineData("ingest", "a.md", "--edition", "2")]
    [InlineData("ingest", "a.md", "other.md", "--edition", "evening")]
    [InlineData("ingest", "a.md", "other.md", "--date", "2026-01-06")]
    [InlineData("ingest", "a.md", "--deliver", "--no-deliver")]
    [InlineData("confirm", "us-ai", "2026-01-06", "--as-revision", "--as-edition", "evening")]
    [InlineData("confirm", "us-ai", "2026-01-06", "--as-edition", "夕刊")]
    public async Task What_cannot_be_meant_is_wrong_usage(params string[] args) =>
        Assert.Equal(ExitCode.WrongUsage, (await _bench.RunAsync(args)).Code);
}

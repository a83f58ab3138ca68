using System.Text.RegularExpressions;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Intake;
using Bot.Serving;
using Bot.Testing;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Serving;

[Collection(RunningBotCollection.Name)]
public sealed partial class SampleBriefingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Locale.Japanese, BriefingLanguage.Japanese, "サンプル")]
    [InlineData(Locale.English, BriefingLanguage.English, "sample")]
    public void It_shows_everything_that_a_briefing_can_have_and_nothing_is_wrong_with_it(
        Locale locale,
        BriefingLanguage language,
        string marked
    )
    {
        Assert.Equal(ReadError.None, new BriefingReader().TryRead(SampleBriefing.Read(locale), out var reading));
        var sample = reading!.Briefing;

        Assert.Empty(sample.Warnings);
        Assert.Equal(
            Enum.GetValues<SectionKind>().Except([SectionKind.Other]).Order(),
            sample.Sections.Select(section => section.Kind).Order()
        );
        Assert.InRange(sample.Funding.Count, 4, 5);
        Assert.All(sample.Funding, round => Assert.NotNull(round.Amount));
        Assert.Equal([Horizon.Short, Horizon.Medium, Horizon.Long], sample.Outlook.Select(outlook => outlook.Horizon));
        Assert.Equal(2, sample.Tables.Count);
        Assert.Equal(12, sample.References.Count);
        Assert.All(sample.References, reference => Assert.StartsWith("https://", reference.Url, StringComparison.Ordinal));
        Assert.Equal(language, sample.Language);
        Assert.Contains(marked, sample.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_the_same_in_both_languages()
    {
        var (japanese, english) = (Facts(Locale.Japanese), Facts(Locale.English));

        Assert.Equal(japanese, english);

        static List<string> Facts(Locale locale)
        {
            var sample = new BriefingReader().Read(System.Text.Encoding.UTF8.GetString(SampleBriefing.Read(locale))).Briefing;
            return
            [
                $"{sample.Date}",
                .. sample.Funding.Select(round =>
                    $"{round.Company} {round.Amount?.Value:0} {round.Valuation?.Value:0} {round.Stage} {string.Join(',', round.Citations)}"
                ),
                .. sample.News.Select(news => string.Join(',', news.Citations)),
                .. sample.References.Select(reference => $"{reference.Number} {reference.Url}"),
            ];
        }
    }

    [Fact]
    public async Task An_English_series_shows_it_in_English_and_keeps_it_when_its_language_changes()
    {
        using var bench = new Bench().Set("Series:0:Key", "us-ai").Set("Series:0:Language", "English");
        await using (var bot = await RunningBot.StartAsync(bench))
        {
            await ThreadAsync(bot);
        }

        bench.Set("Series:0:Language", "Japanese");
        await using (var again = await RunningBot.StartAsync(bench))
        {
            await ThreadAsync(again);
            await using var context = await ContextAsync(again);
            Assert.Equal(1, Assert.Single(await context.Briefings.AsNoTracking().ToListAsync(Cancellation)).Revision);
        }

        Assert.Contains("The chat AI Grok", (await bench.RunAsync("ask", "/funding xai")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_no_sentence_from_the_briefing_whose_structure_it_has()
    {
        var original = Sentences(SharedFolder.Briefing());

        Assert.NotEmpty(original);
        Assert.DoesNotContain(Sentences(System.Text.Encoding.UTF8.GetString(SampleBriefing.Read(Locale.Japanese))), original.Contains);
    }

    [Fact]
    public async Task On_a_first_start_it_arrives_in_the_web_channel_marked_and_only_once()
    {
        using var bench = new Bench();
        for (var start = 0; start < 2; start++)
        {
            await using var bot = await RunningBot.StartAsync(bench);
            await ThreadAsync(bot);
        }

        await using var again = await RunningBot.StartAsync(bench);
        await using var context = await ContextAsync(again);
        var briefing = Assert.Single(await context.Briefings.AsNoTracking().ToListAsync(Cancellation));
        Assert.True(briefing.IsSample);
        Assert.Equal(1, briefing.Revision);
        var delivery = Assert.Single(await context.Deliveries.AsNoTracking().ToListAsync(Cancellation));
        Assert.Equal("web", delivery.Platform);
        Assert.Equal(9, await context.WebMessages.CountAsync(Cancellation));
    }

    [Fact]
    public async Task With_an_inbox_there_is_none()
    {
        using var bench = new Bench().Set("Intake:Inbox", "inbox");
        await using var bot = await RunningBot.StartAsync(bench);

        Assert.DoesNotContain(
            bot.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>(),
            service => service is SampleBriefing or Bot.Serving.Guarding.GuardedService { Inner: SampleBriefing }
        );
    }

    [Fact]
    public async Task It_leaves_the_answers_when_somebodys_own_briefing_comes()
    {
        using var bench = new Bench();
        await using (var bot = await RunningBot.StartAsync(bench))
        {
            await ThreadAsync(bot);
        }

        Assert.Contains("LMArena", (await bench.RunAsync("ask", "/funding")).Output, StringComparison.Ordinal);
        bench.Write("a.md", Markdown.OfToday());
        await bench.RunAsync("ingest", "a.md");

        var answer = (await bench.RunAsync("ask", "/funding")).Output;
        Assert.Contains("Quillstone", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "LMArena",
            (await bench.RunAsync("ask", "/funding lmarena")).Output.Split('\n')[1..].Aggregate("", string.Concat),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Somebodys_own_briefing_of_the_samples_day_is_judged_by_its_date()
    {
        using var bench = new Bench();
        await using var host = await HostServices.OpenAsync(bench);
        await host.Pipeline.TakeAsync(new IntakeRequest("sample", SampleBriefing.Read(Locale.Japanese), Origins.Sample), Cancellation);

        var own = System.Text.Encoding.UTF8.GetBytes(Markdown.Of(new DateOnly(2026, 1, 11)));
        var receipt = await host.Pipeline.TakeAsync(new IntakeRequest("a.md", own, Origins.CommandLine), Cancellation);

        // Its day is long past: stored and answered from, and delivered when that is asked for.
        Assert.Equal(ReceiptStatus.Revised, receipt.Status);
        Assert.NotEmpty(receipt.Notes);
        Assert.Empty(receipt.Deliveries);
        var stored = await host
            .Services.GetRequiredService<BriefingArchive>()
            .LoadAsync(new("us-ai", new DateOnly(2026, 1, 11)), null, Cancellation);
        Assert.False(stored!.Briefing.IsSample);
    }

    /// <summary>Waits until the thread is whole: the ledger is what says so.</summary>
    private static async Task ThreadAsync(RunningBot bot)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Bench.Patience);
        do
        {
            await using var context = await ContextAsync(bot);
            if (await context.Set<Post>().CountAsync(post => post.State == PostState.Sent, limit.Token) == 9)
            {
                return;
            }
        } while (await timer.WaitForNextTickAsync(limit.Token));
    }

    private static async Task<ArchiveContext> ContextAsync(RunningBot bot) =>
        await bot.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancellation);

    /// <summary>Whole sentences; names, amounts, addresses and titles of sources are facts.</summary>
    private static HashSet<string> Sentences(string markdown) => [.. Sentence().Matches(markdown).Select(match => match.Value.Trim())];

    [GeneratedRegex(@"[^。\n|]{8,}。")]
    private static partial Regex Sentence();
}

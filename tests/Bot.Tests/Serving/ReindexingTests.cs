using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Testing.Briefings;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Serving;

[Collection(RunningBotCollection.Name)]
public sealed class ReindexingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_change_of_vocabulary_everything_is_read_again_by_itself_and_nothing_is_posted()
    {
        using var bench = new Bench();
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench.Set("Intake:Inbox", "inbox").Set("Vocabulary:Sections:insights:新興企業", "90");
        for (var day = 1; day <= 4; day++)
        {
            bench.Write($"{day}.md", Markdown.Of(new DateOnly(2025, 11, day)));
        }

        await bench.RunAsync("ingest", "--no-deliver", "1.md", "2.md", "3.md", "4.md");
        Assert.DoesNotContain("120億", (await bench.RunAsync("ask", "/funding quillstone")).Output, StringComparison.Ordinal);
        bench.Set("Vocabulary:Sections:insights:新興企業", null);
        await using (var bot = await RunningBot.StartAsync(bench))
        {
            await DoneAsync(bot);
        }

        // One deal, reported on four days.
        var answer = (await bench.RunAsync("ask", "/funding quillstone")).Output;
        Assert.All(Enumerable.Range(1, 4), day => Assert.Contains($"2025-11-0{day}", answer, StringComparison.Ordinal));
        Assert.DoesNotContain("2025-11", (await bench.RunAsync("deliveries", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("0 briefings", (await bench.RunAsync("reindex")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_read_again_does_not_keep_the_others()
    {
        using var bench = new Bench();
        Directory.CreateDirectory(Path.Combine(bench.Folder, "inbox"));
        bench.Set("Intake:Inbox", "inbox");
        bench.Write("a.md", Markdown.Of(new DateOnly(2025, 11, 1)));
        bench.Write("b.md", OtherBriefing.Of(new DateOnly(2025, 11, 2)).ToMarkdown());
        await bench.RunAsync("ingest", "--no-deliver", "a.md", "b.md");
        await using (var host = await HostServices.OpenAsync(bench))
        {
            await using var context = await host
                .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
                .CreateDbContextAsync(Cancellation);
            await context.Briefings.ExecuteUpdateAsync(set => set.SetProperty(briefing => briefing.ReadBy, "0:old"), Cancellation);
            // The newer one has lost its text, as no program of ours leaves it.
            await context
                .Set<StoredRevision>()
                .Where(revision =>
                    context.Briefings.Any(briefing => briefing.Id == revision.BriefingId && briefing.Date == new DateOnly(2025, 11, 2))
                )
                .ExecuteDeleteAsync(Cancellation);
        }

        await using var bot = await RunningBot.StartAsync(bench);

        await DoneAsync(bot, left: 1);
    }

    /// <summary>Waits until no more than so many are still to be read.</summary>
    private static async Task DoneAsync(RunningBot bot, int left = 0)
    {
        var reindex = bot.Services.GetRequiredService<BriefingReindex>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Bench.Patience);
        while ((await reindex.PendingAsync(series: null, all: false, limit.Token)).Count > left)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}

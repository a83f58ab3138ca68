using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Sending;

public class ThreadFinishesTests
{
    private const string First = "root: news\nstartups: one\noutlook: two";

    [Theory, BothDatabases]
    public async Task A_thread_is_finished_again_after_each_correction_with_the_root_that_stands(TestDatabase database)
    {
        var finish = new HeardFinishes();
        await using var bench = new Bench(database, finish: finish);
        await bench.PlanThreadAsync(lines: First);
        await bench.SendAsync();
        var first = Assert.Single(finish.Threads);

        await ReviseAsync(bench, "root: news!\nstartups: one\noutlook: two");
        await ReviseAsync(bench, "root: news!!\nstartups: one!\noutlook: two");

        Assert.Equal(3, finish.Threads.Count);
        Assert.All(finish.Threads, thread => Assert.Equal(first.Sections, thread.Sections));
        Assert.Equal(3, finish.Threads.Select(thread => thread.RootPayload).Distinct().Count());
        Assert.Equal(2, first.Sections.Count);
    }

    [Theory, BothDatabases]
    public async Task A_thread_with_a_section_more_than_its_first_contents_is_left_as_it_is(TestDatabase database)
    {
        var finish = new HeardFinishes();
        await using var bench = new Bench(database, finish: finish);
        await bench.PlanThreadAsync(lines: First);
        await bench.SendAsync();

        await ReviseAsync(bench, "root: news\ninsights: new\nstartups: one\noutlook: two");

        Assert.Single(finish.Threads);
    }

    private static async Task ReviseAsync(Bench bench, string lines)
    {
        await bench.StoreAsync(lines);
        await bench.PlanAsync();
        await bench.SendAsync();
    }

    private sealed class HeardFinishes : IThreadFinish
    {
        public PlatformId Platform => new("fake");

        public List<FinishedThread> Threads { get; } = [];

        public void Finish(FinishedThread thread) => Threads.Add(thread);
    }
}

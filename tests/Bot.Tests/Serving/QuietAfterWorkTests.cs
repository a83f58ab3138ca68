using Bot.Serving;

namespace Bot.Tests.Serving;

public sealed class QuietAfterWorkTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void It_is_reached_once_after_each_burst_and_never_by_waiting()
    {
        var quiet = new QuietAfterWork();
        var allocated = 0L;
        bool After(double megabytes) => quiet.IsReached(allocated += (long)(megabytes * Megabyte));

        // The start, its end, and then the polls of an hour.
        Assert.False(After(60));
        Assert.False(After(2));
        Assert.True(After(0.2));
        Assert.All(Enumerable.Range(0, 1200), _ => Assert.False(After(0.3)));

        // A little work is not worth a collection; a briefing is.
        Assert.False(After(3));
        Assert.False(After(0.2));
        Assert.False(After(25));
        Assert.True(After(0));
    }
}

using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Retention;
using Bot.Serving;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Serving;

public sealed class HousekeepingTests : IDisposable
{
    private readonly Bench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task What_is_old_is_removed_in_the_background_and_told_once_and_doctor_tells_it_before()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        _bench.Time = time;
        await using var host = await HostServices.OpenAsync(_bench);
        var contexts = host.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();
        await using (var context = await contexts.CreateDbContextAsync(Cancellation))
        {
            context.AddRange(
                Enumerable
                    .Range(0, 450)
                    .Select(number => new InboxEntry
                    {
                        Platform = "slack",
                        Request = $"{number}",
                        ReceivedAt = time.GetUtcNow().AddDays(-3),
                    })
            );
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Contains("nothing needs: Requests 450\n", (await _bench.RunAsync("doctor")).Output, StringComparison.Ordinal);

        var log = new Lines<Housekeeping>();
        using var housekeeping = new Housekeeping(host.Services.GetRequiredService<ArchiveRetention>(), time, log);
        await housekeeping.StartAsync(Cancellation);
        await AdvanceAsync(time, () => log.All.Count > 0);
        // A day later there is nothing, and nothing is said.
        time.Advance(TimeSpan.FromDays(1));
        await housekeeping.StopAsync(Cancellation);

        Assert.Equal("Removed what is older than Retention allows and nothing needs: Requests 450", Assert.Single(log.All));
        await using (var context = await contexts.CreateDbContextAsync(Cancellation))
        {
            Assert.Equal(0, await context.Inbox.CountAsync(Cancellation));
        }

        Assert.Contains("nothing is older than Retention allows", (await _bench.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    private static async Task AdvanceAsync(FakeTimeProvider time, Func<bool> happened)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Bench.Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!happened())
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}

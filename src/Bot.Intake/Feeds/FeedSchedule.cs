using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace Bot.Intake.Feeds;

/// <summary>Sets the feeds' alarms: at the start, then at each feed's interval. Removes the alarms of feeds that are gone.</summary>
public sealed class FeedSchedule(IReadOnlyList<FeedOptions> feeds, IRecurringJobManagerV2 alarms, JobStorage storage) : IHostedService
{
    private const string Prefix = "feed:";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var wanted = feeds.GroupBy(feed => FeedId.Of(feed.Url!)).ToDictionary(same => Prefix + same.Key, same => same.First());
        using (var connection = storage.GetConnection())
        {
            foreach (
                var stale in connection
                    .GetRecurringJobs()
                    .Where(job => job.Id.StartsWith(Prefix, StringComparison.Ordinal) && !wanted.ContainsKey(job.Id))
            )
            {
                alarms.RemoveIfExists(stale.Id);
            }
        }

        foreach (var (alarm, feed) in wanted)
        {
            var id = FeedId.Of(feed.Url!);
            alarms.AddOrUpdate<FeedAlarm>(alarm, clock => clock.RingAsync(id, CancellationToken.None), FeedRhythm.CronOf(feed.Every));
            alarms.Trigger(alarm);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Called by the alarm clock. The poller handles failures, so the clock never retries.</summary>
public sealed class FeedAlarm(FeedPoller poller)
{
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(30)]
    public Task RingAsync(string id, CancellationToken cancellationToken) => poller.PollAsync(id, cancellationToken);
}

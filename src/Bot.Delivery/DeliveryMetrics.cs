using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery;

/// <summary>Counters of the meter <c>Bot.Delivery</c>. Labels come from closed lists: platforms, states, <see cref="Reasons"/>.</summary>
public sealed class DeliveryMetrics
{
    public const string Meter = "Bot.Delivery";

    private readonly Counter<long> _posts;
    private readonly Counter<long> _looks;
    private readonly Counter<long> _planned;
    private readonly Counter<long> _pauses;
    private readonly Histogram<double> _sends;
    private readonly Histogram<double> _threads;
    private readonly ConcurrentDictionary<string, int> _leases = new();

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _posts = meter.CreateCounter<long>("bot.delivery.posts", "{post}", "Posts that reached a state, by platform, state and reason");
        _looks = meter.CreateCounter<long>("bot.delivery.looks", "{look-up}", "Look-ups of uncertain posts, by platform and answer");
        _planned = meter.CreateCounter<long>("bot.delivery.planned", "{delivery}", "Deliveries planned, by series");
        _pauses = meter.CreateCounter<long>("bot.delivery.pauses", "{pause}", "Pauses that a refusal caused, by platform and reason");
        _sends = meter.CreateHistogram<double>(
            "bot.delivery.send.duration",
            "s",
            "Time from a request's leaving to its outcome, by platform",
            advice: Bounds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15)
        );
        _threads = meter.CreateHistogram<double>(
            "bot.delivery.thread.duration",
            "s",
            "Time from a delivery's due time to its last post, by platform",
            advice: Bounds(1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 21600)
        );
        meter.CreateObservableGauge(
            "bot.delivery.leases",
            () => _leases.Select(held => new Measurement<int>(held.Value, new KeyValuePair<string, object?>("platform", held.Key))),
            "{lease}",
            "Tokens that this process sends with, by platform"
        );
    }

    public void Reached(string platform, PostState state, string? reason) =>
        _posts.Add(1, new("platform", platform), new("state", Name(state)), new("reason", reason ?? "none"));

    public void Looked(string platform, FindOutcome outcome) =>
        _looks.Add(
            1,
            new("platform", platform),
            new(
                "answer",
                outcome switch
                {
                    FindOutcome.Found => "found",
                    FindOutcome.Absent => "absent",
                    FindOutcome.CannotTell => "cannot-tell",
                    FindOutcome.Blocked => "blocked",
                    _ => "unanswered",
                }
            )
        );

    public void Planned(string series, int deliveries) => _planned.Add(deliveries, new KeyValuePair<string, object?>("series", series));

    public void Paused(string platform, string reason) => _pauses.Add(1, new("platform", platform), new("reason", reason));

    public void Took(string platform, TimeSpan duration) =>
        _sends.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("platform", platform));

    /// <summary>
    /// A thread all of whose posts have ended. It is measured by its last planned post, once: a correction that ends it again was due later.
    /// </summary>
    /// <param name="began">When this part of its life began.</param>
    public void Ended(LoadedThread thread, DateTimeOffset began)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var planned = thread.Posts.Where(post => post is { Kind: PostKind.Original, Round: 0, SentAt: not null }).ToList();
        if (planned.Count > 0 && planned.Max(post => post.SentAt) is { } last && last >= began)
        {
            _threads.Record(
                Math.Max(0, (last - thread.Delivery.DueAt).TotalSeconds),
                new KeyValuePair<string, object?>("platform", thread.Delivery.Platform)
            );
        }
    }

    /// <summary>A token's lease was taken (1) or given back (-1).</summary>
    public void Leased(string platform, int change) => _leases.AddOrUpdate(platform, change, (_, held) => held + change);

    private static InstrumentAdvice<double> Bounds(params IReadOnlyList<double> bounds) => new() { HistogramBucketBoundaries = bounds };

    private static string Name(PostState state) => state.ToString().ToLowerInvariant();
}

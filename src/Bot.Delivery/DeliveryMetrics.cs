using System.Diagnostics.Metrics;
using Bot.Chat.Platforms;

namespace Bot.Delivery;

/// <summary>Counters of the meter <c>Bot.Delivery</c>. Labels come from closed lists: platforms, states, <see cref="Reasons"/>.</summary>
public sealed class DeliveryMetrics
{
    public const string Meter = "Bot.Delivery";

    private readonly Counter<long> posts;
    private readonly Counter<long> looks;
    private readonly Counter<long> planned;
    private readonly Counter<long> pauses;
    private readonly Histogram<double> sends;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        posts = meter.CreateCounter<long>("bot.delivery.posts", "{post}", "Posts that reached a state, by platform, state and reason");
        looks = meter.CreateCounter<long>("bot.delivery.looks", "{look-up}", "Look-ups of uncertain posts, by platform and answer");
        planned = meter.CreateCounter<long>("bot.delivery.planned", "{delivery}", "Deliveries planned, by series");
        pauses = meter.CreateCounter<long>("bot.delivery.pauses", "{pause}", "Pauses that a refusal caused, by platform and reason");
        sends = meter.CreateHistogram<double>("bot.delivery.send.duration", "s", "Time from a request's leaving to its outcome, by platform");
    }

    public void Reached(string platform, Archive.Entities.PostState state, string? reason) => posts.Add(1,
        new("platform", platform), new("state", Name(state)), new("reason", reason ?? "none"));

    public void Looked(string platform, string answer) => looks.Add(1, new("platform", platform), new("answer", answer));

    public void Planned(string series, int deliveries) => planned.Add(deliveries, new KeyValuePair<string, object?>("series", series));

    public void Paused(string platform, string reason) => pauses.Add(1, new("platform", platform), new("reason", reason));

    public void Took(string platform, TimeSpan duration) => sends.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("platform", platform));

    private static string Name(Archive.Entities.PostState state) => state.ToString().ToLowerInvariant();
}

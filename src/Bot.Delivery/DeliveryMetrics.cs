using System.Diagnostics.Metrics;
using Bot.Chat.Platforms;

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
            "Time from a request's leaving to its outcome, by platform"
        );
    }

    public void Reached(string platform, Archive.Entities.PostState state, string? reason) =>
        _posts.Add(1, new("platform", platform), new("state", Name(state)), new("reason", reason ?? "none"));

    public void Looked(string platform, string answer) => _looks.Add(1, new("platform", platform), new("answer", answer));

    public void Planned(string series, int deliveries) => _planned.Add(deliveries, new KeyValuePair<string, object?>("series", series));

    public void Paused(string platform, string reason) => _pauses.Add(1, new("platform", platform), new("reason", reason));

    public void Took(string platform, TimeSpan duration) =>
        _sends.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("platform", platform));

    private static string Name(Archive.Entities.PostState state) => state.ToString().ToLowerInvariant();
}

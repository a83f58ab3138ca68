using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Schedules;

/// <summary>When the next briefing is to come: by the schedules of those who get it, else by what the series promises.</summary>
internal sealed class NextDelivery(SeriesCatalogue catalogue, ChannelSubscriptions subscriptions, NextTimes times, Timetables timetables)
    : INextDelivery
{
    public async Task<ExpectedDelivery?> OfAsync(string series, ChannelAddress? channel, CancellationToken cancellationToken) =>
        (channel is null ? null : await OfSubscriptionsAsync(series, channel, cancellationToken)) ?? OfSeries(series);

    private async Task<ExpectedDelivery?> OfSubscriptionsAsync(string series, ChannelAddress channel, CancellationToken cancellationToken)
    {
        var here = await subscriptions.OfChannelAsync(channel, series, name: null, cancellationToken);
        var chosen =
            here.Count > 0
                ? here
                : [.. (await subscriptions.OfWorkspaceAsync((channel.Platform, channel.Workspace), cancellationToken)).Where(IsOfSeries)];
        return (await times.OfAsync(chosen, cancellationToken))
            .Where(next => next.At is not null)
            .OrderBy(next => next.At)
            .Select(next => new ExpectedDelivery(next.At!.Value, next.Timetable.Zone, IsLatest: false))
            .FirstOrDefault();

        bool IsOfSeries(SubscriptionSpec spec) => spec.Series == series;
    }

    private ExpectedDelivery? OfSeries(string key)
    {
        var timetable = timetables.Of(key, own: null);
        return timetable.Next(times.Now) is { } at ? new ExpectedDelivery(at, timetable.Zone, IsLatest: false)
            : catalogue.Find(key) is { } series && Timetables.NextExpected(series, times.Now) is { } by
                ? new ExpectedDelivery(by, series.Zone, IsLatest: true)
            : null;
    }
}

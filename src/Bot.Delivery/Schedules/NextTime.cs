using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Schedules;

namespace Bot.Delivery.Schedules;

/// <param name="Timetable">Of the subscription's own schedule, or its series'.</param>
/// <param name="At">When it is posted to next; null: as soon as something arrives.</param>
public sealed record NextTime(SubscriptionSpec Subscription, Timetable Timetable, DateTimeOffset? At)
{
    /// <summary><c>weekdays 8:00 JST; next 7 Jan 8:00 JST</c>.</summary>
    public string Say(DateTimeOffset now, Locale locale)
    {
        var schedule = ScheduleText.Say(Timetable, now, locale);
        return At is { } at
            ? DeliveryTexts.In(locale).Format("Admin.ScheduleAndNext", schedule, ScheduleText.Instant(at, now, Timetable.Zone, locale))
            : schedule;
    }
}

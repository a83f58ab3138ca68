using Bot.Archive.Entities;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Bot.Chat.Text;
using Bot.Delivery.Alerts;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Administering;

/// <summary>
/// The state of the workspace's deliveries: what is held back and why, what is missing or late, what was sent last, when the next comes.
/// Shows nothing of other workspaces.
/// </summary>
internal sealed class StatusReading(
    LedgerQueries ledger,
    PauseList pauses,
    MissingBriefings missing,
    WaitingCorrections corrections,
    ChannelSubscriptions subscriptions,
    NextTimes next,
    ChannelNames channels,
    IEnumerable<IPlatform> platforms,
    TimeProvider time
)
{
    private const int MostDeliveries = 5;
    private const int MostPauses = 10;

    /// <summary>A delivery takes its time where many are due at once.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(10);

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var (words, now) = (admin.Words, time.GetUtcNow());
        (string Platform, string Workspace)? workspace = admin.Workspace is var (platform, id) ? (platform.Value, id) : null;
        var held = (await pauses.ListAsync(cancellationToken)).Where(pause => Concerns(admin, pause.Scope)).ToList();
        var absent = (await missing.LatestAsync(now, cancellationToken))
            .Where(one => admin.Series.Any(series => series.Key == one.Key.Series))
            .ToList();
        var late = await ledger.OverdueAsync(workspace, now - Tolerated, cancellationToken);
        var asked = await corrections.CountAsync(
            new CorrectionScope { Series = [.. admin.Series.Select(series => series.Key)], Workspace = workspace },
            cancellationToken
        );
        var last = await ledger.ListAsync(new DeliveryQuery { Workspace = workspace, Most = MostDeliveries }, cancellationToken);
        var standing = await ledger.StandingAsync([.. last.Select(summary => summary.Delivery.Id)], cancellationToken);
        var all = await subscriptions.OfWorkspaceAsync(admin.Workspace, cancellationToken);
        var times = (await next.OfAsync([.. all], cancellationToken)).Where(one => one.At is not null).OrderBy(one => one.At).ToList();
        var names = await channels.OfAsync(
            held.Take(MostPauses)
                .Select(pause => ChannelOf(pause.Scope))
                .OfType<ChannelAddress>()
                .Concat(last.Select(ChannelOf))
                .Concat(times.Take(MostDeliveries).Select(one => one.Subscription.Address)),
            cancellationToken
        );
        return admin.Say(
            words[
                held.Count > 0 ? "Admin.HeldBack"
                : absent.Count > 0 ? "Admin.SomethingMissing"
                : late > 0 ? "Admin.SomethingLate"
                : "Admin.AllWell"
            ],
            [
                .. held.Take(MostPauses).Select(pause => Line(admin, pause, names)),
                .. absent.Select(one => Line(admin, one, now)),
                late > 0 ? words.Format("Admin.LateDeliveries", late) : null,
                asked > 0 ? words.Format("Admin.Corrections.InStatus", asked, admin.PathOf(CorrectionWork.Name)) : null,
                last.Count == 0 ? words["Admin.NoDeliveries"] : words["Admin.LastDeliveries"],
                .. last.Select(summary => Line(admin, summary, standing, names)),
                .. times.Take(MostDeliveries).Select(one => Line(admin, one, names, now)),
                .. admin
                    .Series.Where(series => series.ExpectedBy is not null || times.TrueForAll(one => one.Subscription.Series != series.Key))
                    .Select(series => Next(admin, series)),
            ]
        );
    }

    private bool Concerns(AdminCall admin, string scope)
    {
        if (admin.Workspace is not var (id, workspace))
        {
            return true;
        }

        var platform = id.Value;
        var token = platforms.FirstOrDefault(one => one.Id == id)?.TokenFor(workspace);
        return scope == PauseScopes.All
            || scope == PauseScopes.Workspace(platform, workspace)
            || (token is not null && scope == PauseScopes.Token(token))
            || scope.StartsWith(PauseScopes.Channel(platform, workspace, ""), StringComparison.Ordinal);
    }

    /// <summary>Null if the pause covers more than a channel.</summary>
    private static ChannelAddress? ChannelOf(string scope) =>
        scope.Split(':', 2) is ["channel", var place] && ChannelAddress.TryParse(place, out var channel) ? channel : null;

    private static ChannelAddress ChannelOf(DeliverySummary summary) =>
        new(new PlatformId(summary.Delivery.Platform), summary.Delivery.Workspace, summary.Delivery.Channel);

    private static string Line(AdminCall admin, Pause pause, IReadOnlyDictionary<ChannelAddress, string> names)
    {
        var words = admin.Words;
        var what =
            ChannelOf(pause.Scope) is { } channel ? admin.NameOf(channel, names)
            : pause.Scope == PauseScopes.All ? words["Admin.PausedAll"]
            : admin.Call.IsOperators ? pause.Scope
            : words["Admin.PausedWorkspace"];
        return words.Format("Admin.PauseLine", what, words.Find($"Reason.{pause.Reason}") ?? pause.Reason);
    }

    private static string Line(AdminCall admin, MissingBriefing absent, DateTimeOffset now)
    {
        var series = admin.Series.First(one => one.Key == absent.Key.Series);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, series.Zone).DateTime);
        var day = Dates.Short(absent.Key.Date, today, admin.Call.Locale);
        return absent.IsHeld
            ? admin.Words.Format("Admin.HeldBriefing", series.Name, day)
            : admin.Words.Format(
                "Admin.MissingBriefing",
                series.Name,
                day,
                ScheduleText.Instant(absent.ExpectedAt, now, series.Zone, admin.Call.Locale)
            );
    }

    private static string Line(AdminCall admin, NextTime next, IReadOnlyDictionary<ChannelAddress, string> names, DateTimeOffset now) =>
        admin.Words.Format(
            "Admin.NextDelivery",
            admin.NameOf(next.Subscription),
            admin.NameOf(next.Subscription.Address, names),
            ScheduleText.Instant(next.At!.Value, now, next.Timetable.Zone, admin.Call.Locale)
        );

    private string Line(
        AdminCall admin,
        DeliverySummary summary,
        IReadOnlyDictionary<long, (int Messages, DateTimeOffset Since)> standing,
        IReadOnlyDictionary<ChannelAddress, string> names
    )
    {
        var delivery = summary.Delivery;
        var series = admin.Series.FirstOrDefault(one => one.Key == delivery.Series);
        var zone = series?.Zone ?? TimeZoneInfo.Utc;
        var states = summary
            .Posts.Where(count => count.State != PostState.Sent)
            .Select(count => admin.Words.Format("Admin.StateCount", admin.Words[$"State.{count.State}"], count.Count));
        var there = standing.TryGetValue(delivery.Id, out var messages)
            ? admin.Words.Format(
                "Admin.Standing",
                messages.Messages,
                ScheduleText.Instant(messages.Since, time.GetUtcNow(), zone, admin.Call.Locale)
            )
            : null;
        var late = delivery.BriefingId is null ? admin.Words["Admin.HoldsPlace"] : null;
        return admin.Words.Format(
            "Admin.DeliveryLine",
            $"{Dates.Short(delivery.Date, TodayIn(zone), admin.Call.Locale)} {EditionNames.Of(delivery.Edition, admin.Call.Locale)}".TrimEnd(),
            series?.Name ?? delivery.Series,
            admin.NameOf(ChannelOf(summary), names),
            Waiting(admin, delivery, series, string.Join(admin.Shared.Separator, states.Prepend(there).Prepend(late).OfType<string>()))
        );
    }

    /// <summary>Includes the due time if it has not passed yet.</summary>
    private string Waiting(AdminCall admin, StoredDelivery delivery, Series? series, string states)
    {
        if (delivery.DueAt <= time.GetUtcNow() || delivery.State == DeliveryState.Done)
        {
            return states;
        }

        var zone = series?.Zone ?? TimeZoneInfo.Utc;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(delivery.DueAt, zone).DateTime);
        return admin.Words.Format(
            "Admin.WaitsUntil",
            states,
            Dates.Short(day, TodayIn(zone), admin.Call.Locale),
            Dates.Time(delivery.DueAt, zone)
        );
    }

    private string Next(AdminCall admin, Series series)
    {
        var now = time.GetUtcNow();
        return Timetables.NextExpected(series, now) is { } expected
            ? admin.Words.Format("Admin.NextExpected", series.Name, ScheduleText.Instant(expected, now, series.Zone, admin.Call.Locale))
            : admin.Words.Format("Admin.NextOnArrival", series.Name);
    }

    private DateOnly TodayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}

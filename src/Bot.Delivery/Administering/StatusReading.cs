using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Administering;

/// <summary>
/// The state of the workspace's deliveries: what is held back and why, what was sent last, when the next one is expected. Shows nothing of
/// other workspaces.
/// </summary>
internal sealed class StatusReading(
    LedgerQueries ledger,
    PauseList pauses,
    ChannelNames channels,
    IEnumerable<IPlatform> platforms,
    TimeProvider time
)
{
    private const int MostDeliveries = 5;
    private const int MostPauses = 10;

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        var held = (await pauses.ListAsync(cancellationToken)).Where(pause => Concerns(admin, pause.Scope)).ToList();
        var last = await ledger.ListAsync(
            new DeliveryQuery
            {
                Workspace = admin.Workspace is var (platform, workspace) ? (platform.Value, workspace) : null,
                Most = MostDeliveries,
            },
            cancellationToken
        );
        var names = await channels.OfAsync(
            held.Take(MostPauses).Select(pause => ChannelOf(pause.Scope)).OfType<ChannelAddress>().Concat(last.Select(ChannelOf)),
            cancellationToken
        );
        return admin.Say(
            held.Count == 0 ? words["Admin.AllWell"] : words["Admin.HeldBack"],
            [
                .. held.Take(MostPauses).Select(pause => Line(admin, pause, names)),
                last.Count == 0 ? words["Admin.NoDeliveries"] : words["Admin.LastDeliveries"],
                .. last.Select(summary => Line(admin, summary, names)),
                .. admin.Series.Select(series => Next(admin, series)),
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

    private string Line(AdminCall admin, DeliverySummary summary, IReadOnlyDictionary<ChannelAddress, string> names)
    {
        var delivery = summary.Delivery;
        var series = admin.Series.FirstOrDefault(one => one.Key == delivery.Series);
        var states = summary.Posts.Select(count =>
            admin.Words.Format("Admin.StateCount", admin.Words[$"State.{count.State}"], count.Count)
        );
        return admin.Words.Format(
            "Admin.DeliveryLine",
            $"{Dates.Short(delivery.Date, TodayIn(series?.Zone ?? TimeZoneInfo.Utc), admin.Call.Locale)} {EditionNames.Of(delivery.Edition, admin.Call.Locale)}".TrimEnd(),
            series?.Name ?? delivery.Series,
            admin.NameOf(ChannelOf(summary), names),
            Waiting(admin, delivery, series, string.Join(admin.Shared.Separator, states))
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
        if (series.ExpectedBy is not { } by)
        {
            return admin.Words.Format("Admin.NextOnArrival", series.Name);
        }

        var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), series.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        day = TimeOnly.FromDateTime(local.DateTime) < by ? day : day.AddDays(1);
        while (series.ExpectedOn.Count > 0 && !series.ExpectedOn.Contains(day.DayOfWeek))
        {
            day = day.AddDays(1);
        }

        var instant = TimeZoneInfo.ConvertTimeToUtc(Valid(day.ToDateTime(by), series.Zone), series.Zone);
        return admin.Words.Format(
            "Admin.NextExpected",
            series.Name,
            Dates.Short(day, DateOnly.FromDateTime(local.DateTime), admin.Call.Locale),
            Dates.Time(instant, series.Zone)
        );
    }

    /// <summary>Moves a time skipped by a change to summer time forward by an hour.</summary>
    private static DateTime Valid(DateTime local, TimeZoneInfo zone) => zone.IsInvalidTime(local) ? local.AddHours(1) : local;

    private DateOnly TodayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}

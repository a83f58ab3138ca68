using System.Globalization;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Delivery;
using Bot.Delivery.Ledger;
using Bot.Web.Api.Deliveries;

namespace Bot.Verbs;

/// <summary>Deliveries, posts and pauses as tables.</summary>
internal sealed class DeliveryTables(CommandLineContext commandLine, SeriesCatalogue catalogue)
{
    private const string Nothing = "-";

    public ConsoleTable Of(IEnumerable<DeliverySummary> summaries)
    {
        var table = new ConsoleTable("delivery", "series", "day", "channel", "state", "posts", "reasons");
        foreach (var summary in summaries)
        {
            table.Add(
                Number(summary.Delivery.Id),
                summary.Delivery.Series,
                Day(summary.Delivery),
                LedgerWords.ChannelOf(summary.Delivery),
                State(summary.Delivery.State),
                new(
                    string.Join(", ", summary.Posts.Select(count => $"{Words(count.State)} {Number(count.Count)}")),
                    string.Join(", ", summary.Posts.Select(count => $"{LedgerWords.Of(count.State)} {Number(count.Count)}"))
                ),
                string.Join(", ", summary.Reasons)
            );
        }

        return table;
    }

    /// <summary>The delivery itself, in one row.</summary>
    public ConsoleTable Of(StoredDelivery delivery)
    {
        var table = new ConsoleTable("delivery", "series", "day", "channel", "state", "due", "expires");
        table.Add(
            Number(delivery.Id),
            delivery.Series,
            Day(delivery),
            LedgerWords.ChannelOf(delivery),
            State(delivery.State),
            Instant(delivery.DueAt, delivery.Series),
            Instant(delivery.ExpiresAt, delivery.Series)
        );
        return table;
    }

    /// <summary>Its posts in order.</summary>
    public ConsoleTable PostsOf(StoredDelivery delivery)
    {
        var table = new ConsoleTable("place", "key", "section", "kind", "state", "reason", "message", "attempts", "sent", "detail");
        foreach (var post in delivery.Posts)
        {
            table.Add(
                Number(post.Ordinal),
                post.Key,
                post.Part > 1 ? $"{post.Section} ({Number(post.Part)})" : post.Section,
                new(Say($"Kind.{post.Kind}"), post.Kind.ToString().ToLowerInvariant()),
                new(Words(post.State), LedgerWords.Of(post.State)),
                post.Reason ?? Nothing,
                post.MessageId ?? Nothing,
                Number(post.Attempts),
                post.SentAt is { } sent ? Instant(sent, delivery.Series) : Nothing,
                post.Detail ?? Nothing
            );
        }

        return table;
    }

    public ConsoleTable Of(IEnumerable<Pause> pauses)
    {
        var table = new ConsoleTable("scope", "reason", "since", "detail");
        foreach (var pause in pauses)
        {
            table.Add(pause.Scope, pause.Reason, Instant(pause.Since, null), pause.Detail is { Length: > 0 } detail ? detail : Nothing);
        }

        return table;
    }

    private string Words(PostState state) => commandLine.Say(DeliveryTexts.Both($"State.{state}"));

    private ConsoleCell State(DeliveryState state) => new(Say($"Delivery.{state}"), state.ToString().ToLowerInvariant());

    private string Say(string key) => commandLine.Say(HostTexts.Both(key));

    /// <summary>In the series' zone, named; a program gets UTC.</summary>
    private ConsoleCell Instant(DateTimeOffset instant, string? series)
    {
        var zone = (series is null ? null : catalogue.Find(series))?.Zone ?? catalogue.First.Zone;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).Date);
        return new(
            $"{Dates.Iso(day)} {Dates.Time(instant, zone)}",
            instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        );
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(StoredDelivery delivery) => new BriefingKey(delivery.Series, delivery.Date, delivery.Edition).Day;
}

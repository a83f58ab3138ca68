using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Operations;

/// <summary>Which waiting corrections are meant; without any limit all of them.</summary>
public sealed record CorrectionScope
{
    public BriefingKey? Briefing { get; init; }

    public ChannelAddress? Channel { get; init; }

    public (string Platform, string Workspace)? Workspace { get; init; }

    /// <summary>Keys of the series that the caller may see; null: all.</summary>
    public IReadOnlyCollection<string>? Series { get; init; }

    /// <summary>
    /// <see cref="WaitingCorrection.Last"/> of what the person has seen: what a newer revision has put in its place is left alone. Null: all.
    /// </summary>
    public long? UpTo { get; init; }

    /// <summary>Deliveries within the scope in which corrections wait.</summary>
    internal IQueryable<StoredDelivery> Of(ArchiveContext context)
    {
        // From the few parked posts, which have an index, rather than from all deliveries.
        var waiting = context.Posts.Where(UnconfirmedPosts.Waiting);
        var rows = context.Deliveries.Where(row => waiting.Select(post => post.DeliveryId).Contains(row.Id));
        if (UpTo is { } last)
        {
            rows = rows.Where(row => !waiting.Any(post => post.DeliveryId == row.Id && post.Id > last));
        }

        if (Briefing is { } key)
        {
            rows = rows.Where(row => row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition);
        }

        if (Workspace is var (on, workspace))
        {
            rows = rows.Where(row => row.Platform == on && row.Workspace == workspace);
        }

        if (Channel is { } channel)
        {
            var platform = channel.Platform.Value;
            rows = rows.Where(row => row.Platform == platform && row.Workspace == channel.Workspace && row.Channel == channel.Channel);
        }

        return Series is { } series ? rows.Where(row => series.Contains(row.Series)) : rows;
    }
}

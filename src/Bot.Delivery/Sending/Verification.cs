using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// After a database was restored from a backup (<see cref="DeliveryOptions.VerifyBeforeSending"/>), nothing that the ledger says
/// about what was not sent is true: neither of what it has, nor of what is planned from a briefing that comes in again. In such a
/// run every post is looked for before it is sent for the first time.
/// </summary>
public sealed class Verification(DeliveryOptions options)
{
    /// <summary>At least so far back: the times in the ledger are those of the plan, not of what was sent once.</summary>
    public static readonly TimeSpan ReadBack = TimeSpan.FromDays(2);

    /// <summary>Further than that no backup is worth restoring.</summary>
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, bool> _verified = new();

    /// <summary>Whether a planned post has to be looked for first.</summary>
    public bool Wants(Post post) => options.VerifyBeforeSending && OutcomePolicy.Creates(post) && !_verified.ContainsKey(post.Key);

    /// <summary>It was looked for in this run and is not there.</summary>
    public void Verified(Post post) => _verified.TryAdd(post.Key, true);

    /// <summary>
    /// When its first request may have left: also long before the nonces that a platform remembers, so that it reads what is there
    /// and does not "look" by sending again.
    /// </summary>
    public static DateTimeOffset EarliestOf(StoredDelivery delivery, DateTimeOffset now)
    {
        // The briefing's day begins somewhere on earth 14 hours before it does in UTC.
        var day = new DateTimeOffset(delivery.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - ReadBack;
        var (latest, earliest) = (now - ReadBack, now - FurthestBack);
        return day > latest ? latest
            : day < earliest ? earliest
            : day;
    }
}

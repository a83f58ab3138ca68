using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// After a database was restored from a backup (<see cref="DeliveryOptions.VerifyBeforeSending"/>), the ledger cannot be trusted about
/// what was not sent, neither for the rows it has nor for those planned when a briefing comes in again. In such a run every post is looked
/// up before it is sent for the first time.
/// </summary>
public sealed class Verification(DeliveryOptions options)
{
    /// <summary>Minimum look-back: the ledger's times are those of the plan, not of the original send.</summary>
    public static readonly TimeSpan ReadBack = TimeSpan.FromDays(2);

    /// <summary>No backup older than this is worth restoring.</summary>
    private static readonly TimeSpan FurthestBack = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, bool> _verified = new();

    /// <summary>Whether a planned post must be looked up first.</summary>
    public bool Wants(Post post) => options.VerifyBeforeSending && OutcomePolicy.Creates(post) && !_verified.ContainsKey(post.Key);

    /// <summary>Records that it was looked up in this run and is not there.</summary>
    public void Verified(Post post) => _verified.TryAdd(post.Key, true);

    /// <summary>
    /// When its first request may have left. Earlier than the nonces that a platform remembers, so that it reads the channel rather than
    /// "looks" by sending again.
    /// </summary>
    public static DateTimeOffset EarliestOf(StoredDelivery delivery, DateTimeOffset now)
    {
        // In the easternmost time zones, a day begins 14 hours before it does in UTC.
        var day = new DateTimeOffset(delivery.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - ReadBack;
        var (latest, earliest) = (now - ReadBack, now - FurthestBack);
        return day > latest ? latest
            : day < earliest ? earliest
            : day;
    }
}

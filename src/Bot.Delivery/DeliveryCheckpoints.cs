using System.Diagnostics;

namespace Bot.Delivery;

/// <summary>
/// The steps of a delivery, published as events of the <see cref="DiagnosticListener"/> <c>Bot.Delivery</c> with a
/// <see cref="Checkpoint"/>. Each is reached before the next step begins, so a process that dies inside an observer dies exactly there.
/// Each summary says what a crash at that point means.
/// </summary>
public static class DeliveryCheckpoints
{
    public const string Listener = "Bot.Delivery";

    /// <summary>1: payloads are frozen, nothing is planned. Planning again produces the same ones.</summary>
    public const string PayloadsFrozen = "01-payloads-frozen";

    /// <summary>2: a chunk of deliveries is planned. Planning again adds the rest.</summary>
    public const string ChunkPlanned = "02-chunk-planned";

    /// <summary>3: a delivery's revision rows are planned. Planning again continues with the next delivery.</summary>
    public const string RevisionPlanned = "03-revision-planned";

    /// <summary>4: the lease is taken; rows of the previous epoch are still sending. The next holder recovers them.</summary>
    public const string LeaseTaken = "04-lease-taken";

    /// <summary>5: rows of dead epochs are uncertain. Whoever then holds the lease looks them up after the settle time.</summary>
    public const string Recovered = "05-recovered";

    /// <summary>6: a thread is picked; nothing is written. It is picked again.</summary>
    public const string ThreadPicked = "06-thread-picked";

    /// <summary>7: a post's turn has come; it is still planned, and sent after the restart.</summary>
    public const string BeforeSending = "07-before-sending";

    /// <summary>8: sending is committed, nothing has left. Uncertain after the restart, found absent twice, then sent.</summary>
    public const string SendingCommitted = "08-sending-committed";

    /// <summary>9: the lease was checked again; the next step is the request. A crash has the same effect as at 8.</summary>
    public const string RequestLeaving = "09-request-leaving";

    /// <summary>
    /// 10: the platform has answered, the ledger does not know yet. Uncertain after the restart; found if it was accepted.
    /// </summary>
    public const string AnswerReceived = "10-answer-received";

    /// <summary>11: the outcome is committed. The next post follows after the restart.</summary>
    public const string OutcomeCommitted = "11-outcome-committed";

    /// <summary>12: an uncertain post's look-up is about to leave. It is looked up again.</summary>
    public const string LookLeaving = "12-look-leaving";

    /// <summary>13: the look-up was answered, the ledger does not know yet. It is looked up again.</summary>
    public const string LookAnswered = "13-look-answered";

    /// <summary>14: the look-up's result is committed.</summary>
    public const string LookCommitted = "14-look-committed";

    /// <summary>15: a row found in sending has become uncertain.</summary>
    public const string Doubted = "15-doubted";

    /// <summary>16: a post that can no longer be sent is cancelled or expired.</summary>
    public const string Dropped = "16-dropped";

    /// <summary>17: every post has ended, the delivery is still open. The sweep closes it.</summary>
    public const string BeforeClosing = "17-before-closing";

    /// <summary>18: the delivery is closed, or its next check is scheduled.</summary>
    public const string ThreadLeft = "18-thread-left";

    /// <summary>19: expired posts were swept; deliveries are not closed yet.</summary>
    public const string Swept = "19-swept";

    /// <summary>20: stopping: nothing new is started; requests in flight are awaited.</summary>
    public const string Stopping = "20-stopping";

    /// <summary>21: everything is recorded; the lease is about to be released. Otherwise it expires by itself.</summary>
    public const string BeforeRelease = "21-before-release";

    /// <summary>22: what a briefing has for people's watches is frozen, nothing is planned. Planning again finds the same.</summary>
    public const string WatchesFrozen = "22-watches-frozen";

    /// <summary>23: a chunk of watches is planned. Planning again adds the rest.</summary>
    public const string WatchesPlanned = "23-watches-planned";

    /// <summary>24: lines that hold a briefing's place are planned. They are sent after the restart.</summary>
    public const string PlaceHeld = "24-place-held";

    /// <summary>25: a delivery that held a place has its briefing. Planning again continues with the next delivery.</summary>
    public const string PlaceFilled = "25-place-filled";

    /// <summary>All checkpoints, by number.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PayloadsFrozen,
        ChunkPlanned,
        RevisionPlanned,
        LeaseTaken,
        Recovered,
        ThreadPicked,
        BeforeSending,
        SendingCommitted,
        RequestLeaving,
        AnswerReceived,
        OutcomeCommitted,
        LookLeaving,
        LookAnswered,
        LookCommitted,
        Doubted,
        Dropped,
        BeforeClosing,
        ThreadLeft,
        Swept,
        Stopping,
        BeforeRelease,
        WatchesFrozen,
        WatchesPlanned,
        PlaceHeld,
        PlaceFilled,
    ];

    private static readonly DiagnosticListener Source = new(Listener);

    internal static void Reach(string name, string? token = null, string? key = null, int? ordinal = null)
    {
        if (Source.IsEnabled(name))
        {
            Source.Write(name, new Checkpoint(name, token, key, ordinal));
        }
    }
}

/// <param name="Name">One of <see cref="DeliveryCheckpoints"/>.</param>
/// <param name="Token">Name of the token's lease, if any.</param>
/// <param name="Key">The post's key, if it is about one post.</param>
/// <param name="Ordinal">0 for a root.</param>
public sealed record Checkpoint(string Name, string? Token, string? Key, int? Ordinal);

namespace Bot.Delivery;

/// <summary>
/// How the ledger's posts are sent. The defaults suit a briefing that should arrive once, in the morning, and for which seconds do not
/// matter.
/// </summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    private static readonly TimeSpan[] DefaultLooks = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5)];

    private static readonly TimeSpan[] DefaultWaits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
    ];

    /// <summary>Timeout for one request, until the last byte of the answer. Default 15 s.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a token's lease lasts without renewal. Default 20 s.</summary>
    public TimeSpan LeaseLength { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How often the lease is renewed; at most a third of its length. A token with nothing due gives its lease back after as long.
    /// Default 4 s.
    /// </summary>
    public TimeSpan LeaseRenewal { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How often expired rows are swept and finished deliveries closed. Default 15 s.</summary>
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often to poll the ledger for due rows written by another process. Default 1 s.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// When to look up an uncertain post, counted from when it became uncertain; afterwards the last interval repeats. At least two,
    /// rising. Null: 10 s, 60 s, 5 min.
    /// </summary>
    // Null rather than the default list, because configuration binding would append to the list.
    public IReadOnlyList<TimeSpan>? Looks { get; set; }

    /// <summary>
    /// Waits before a refused or unreachable post is retried; the last one repeats until the window ends. Null: 5 s, 30 s, 2 min, 5 min,
    /// 15 min.
    /// </summary>
    public IReadOnlyList<TimeSpan>? RetryWaits { get; set; }

    /// <summary>Random variation of each wait, as a share of it, so that retries do not all come at once. 0 to 0.5, default 0.2.</summary>
    public double Jitter { get; set; } = 0.2;

    /// <summary>How long after its due time a post is still worth sending. Default 6 h.</summary>
    public TimeSpan UsefulWindow { get; set; } = TimeSpan.FromHours(6);

    /// <summary>
    /// How long a correction waits for further ones, so that revisions that follow each other are one edit a post and one notice. Zero:
    /// each goes out at once. Default 2 min.
    /// </summary>
    public TimeSpan CorrectionWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// A post fails after being sent this often without an answer and proved absent each time. 2 or more, default 12: two hours with the
    /// other defaults.
    /// </summary>
    public int MostRounds { get; set; } = 12;

    /// <summary>Once a token's requests have gone unanswered this long, the operator is told, once. Default 10 min.</summary>
    public TimeSpan OutOfReachAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>When stopping, how long requests in flight may take before their outcome counts as unknown. Default 10 s.</summary>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Concurrent threads per token. Null: the platform's own width.</summary>
    public int? ThreadsPerToken { get; set; }

    /// <summary>Concurrent threads per workspace. Null: the platform's own width.</summary>
    public int? ThreadsPerWorkspace { get; set; }

    /// <summary>Maximum posts in a thread; a longer briefing is held until a person confirms it. 1 or more, default 50.</summary>
    public int MostPosts { get; set; } = 50;

    /// <summary>
    /// How long this machine's clock must differ from elapsed time before it is taken as corrected rather than wrong, and how long after a
    /// start to wait for a platform's time before anything expires. Zero: no wait. Default 5 min.
    /// </summary>
    public TimeSpan ClockSettle { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Look up every post on the platform before sending it for the first time in this run; for use after the database was restored from a
    /// backup. Default false.
    /// </summary>
    public bool VerifyBeforeSending { get; set; }

    internal IReadOnlyList<TimeSpan> LookTimes => Looks ?? DefaultLooks;

    internal IReadOnlyList<TimeSpan> Waits => RetryWaits ?? DefaultWaits;

    /// <summary>Problems with the options, each naming its key; empty if there are none.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (
            var (key, value) in new (string, TimeSpan)[]
            {
                (nameof(SendTimeout), SendTimeout),
                (nameof(LeaseLength), LeaseLength),
                (nameof(LeaseRenewal), LeaseRenewal),
                (nameof(Sweep), Sweep),
                (nameof(Poll), Poll),
                (nameof(UsefulWindow), UsefulWindow),
                (nameof(OutOfReachAfter), OutOfReachAfter),
            }
        )
        {
            if (value <= TimeSpan.Zero)
            {
                yield return $"{Section}:{key} must be longer than zero";
            }
        }

        if (LeaseRenewal > LeaseLength / 3)
        {
            yield return $"{Section}:{nameof(LeaseRenewal)} must be at most a third of {nameof(LeaseLength)}";
        }

        if (StopGrace < TimeSpan.Zero)
        {
            yield return $"{Section}:{nameof(StopGrace)} must not be negative";
        }

        if (LookTimes.Count < 2 || LookTimes[0] < TimeSpan.Zero || LookTimes.Zip(LookTimes.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return $"{Section}:{nameof(Looks)} must be at least two rising times, as a post counts as absent after two look-ups";
        }

        if (Waits.Count == 0 || Waits.Any(wait => wait <= TimeSpan.Zero))
        {
            yield return $"{Section}:{nameof(RetryWaits)} must be one or more times longer than zero";
        }

        if (MostPosts < 1)
        {
            yield return $"{Section}:{nameof(MostPosts)} must be at least 1";
        }

        if (ClockSettle < TimeSpan.Zero)
        {
            yield return $"{Section}:{nameof(ClockSettle)} must not be negative";
        }

        if (CorrectionWait < TimeSpan.Zero || CorrectionWait > UsefulWindow)
        {
            yield return $"{Section}:{nameof(CorrectionWait)} must be from zero to {nameof(UsefulWindow)}";
        }

        if (MostRounds < 2)
        {
            yield return $"{Section}:{nameof(MostRounds)} must be at least 2";
        }

        if (Jitter is not (>= 0 and <= 0.5))
        {
            yield return $"{Section}:{nameof(Jitter)} must be from 0 to 0.5";
        }

        if (ThreadsPerWorkspace < 1 || ThreadsPerToken < 1 || ThreadsPerToken < ThreadsPerWorkspace)
        {
            yield return $"{Section}:{nameof(ThreadsPerWorkspace)} must be at least 1 and at most {nameof(ThreadsPerToken)}";
        }
    }
}

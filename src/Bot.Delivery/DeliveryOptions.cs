namespace Bot.Delivery;

/// <summary>
/// How the ledger's posts are sent. Every default is for a briefing that should arrive once, in the morning, and is not urgent to the
/// second.
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

    /// <summary>One request, from leaving to the last byte of the answer. Default 15 s.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a token's lease lasts without renewal. Default 60 s.</summary>
    public TimeSpan LeaseLength { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often it is renewed; at most a third of its length. Default 12 s.</summary>
    public TimeSpan LeaseRenewal { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How often expired rows are swept and finished deliveries closed. Default 15 s.</summary>
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the ledger is asked what is due, for rows that another process wrote. Default 1 s.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// When an uncertain post is looked up, counted from when it became so; after the last, at the last interval. At least two, rising.
    /// Null: 10 s, 60 s, 5 min.
    /// </summary>
    // Null and not the list itself, as binding a configuration would add to the list.
    public IReadOnlyList<TimeSpan>? Looks { get; set; }

    /// <summary>
    /// Waits before a refused or unreached post is tried again, the last one repeated until the window ends. Null: 5 s, 30 s, 2 min, 5 min,
    /// 15 min.
    /// </summary>
    public IReadOnlyList<TimeSpan>? RetryWaits { get; set; }

    /// <summary>
    /// Share by which a wait is made longer or shorter by chance, so that many do not return at once. 0 to 0.5, default 0.2.
    /// </summary>
    public double Jitter { get; set; } = 0.2;

    /// <summary>After its due time a post is worth sending this long. Default 6 h.</summary>
    public TimeSpan UsefulWindow { get; set; } = TimeSpan.FromHours(6);

    /// <summary>
    /// A post that was sent so often without an answer, and was proved absent each time, has failed. 2 or more, default 12: with the other
    /// defaults two hours.
    /// </summary>
    public int MostRounds { get; set; } = 12;

    /// <summary>A token whose requests have not been answered for this long is told to the operator, once. Default 10 min.</summary>
    public TimeSpan OutOfReachAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>On stopping, requests under way get this long before they are given up as unknown. Default 10 s.</summary>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Threads under way at once for one token. Null: the platform's own width.</summary>
    public int? ThreadsPerToken { get; set; }

    /// <summary>Threads under way at once in one workspace. Null: the platform's own width.</summary>
    public int? ThreadsPerWorkspace { get; set; }

    /// <summary>
    /// At most so many posts in a thread; a briefing that makes more is held until it is confirmed. 1 or more, default 50.
    /// </summary>
    public int MostPosts { get; set; } = 50;

    /// <summary>
    /// How long this machine's clock must differ from the time that has passed before it is believed to have been set right, and not wrong,
    /// and how long after a start a platform may tell its time before anything expires. Zero: at once. Default 5 min.
    /// </summary>
    public TimeSpan ClockSettle { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Look for every post on the platform before it is sent for the first time in this run: after a database was restored from a backup.
    /// Default false.
    /// </summary>
    public bool VerifyBeforeSending { get; set; }

    internal IReadOnlyList<TimeSpan> LookTimes => Looks ?? DefaultLooks;

    internal IReadOnlyList<TimeSpan> Waits => RetryWaits ?? DefaultWaits;

    /// <summary>What is wrong with the options, each naming its key; empty when nothing is.</summary>
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

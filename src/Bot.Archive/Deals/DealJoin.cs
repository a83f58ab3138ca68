namespace Bot.Archive.Deals;

/// <summary>
/// Tells which reports of one company speak of the same deal. Reports in the order of their days; each joins the most recent deal that
/// it fits, or begins its own. Pure, and the same whatever order the reports arrived in.
/// </summary>
internal static class DealJoin
{
    /// <summary>A sum of the same stage that is told again within so many days is the same deal told again.</summary>
    public const int SameAmountDays = 120;

    /// <summary>Figures are corrected within days; another figure later is another round.</summary>
    public const int CorrectionDays = 7;

    /// <summary>
    /// How many times the smaller of two contradicting figures the larger may be, if no stage says that they are of one round.
    /// </summary>
    private const double LargestCorrection = 4;

    /// <summary>A report without a figure is known by its stage for so long.</summary>
    public const int SameStageDays = 30;

    /// <summary>Kinds of financing that raise no equity: never meant by a report that names no stage and another sum.</summary>
    private static readonly HashSet<string> Others = ["debt", "convertible", "grant", "secondary", "acquisition", "ipo"];

    /// <summary>Somebody else's shares change hands: never meant by a report that names no stage.</summary>
    private static readonly HashSet<string> Sales = ["secondary", "acquisition", "ipo"];

    /// <returns>For each report's item the number of its deal: the lowest item id in it.</returns>
    public static IReadOnlyDictionary<long, long> Of(IEnumerable<DealReport> reports)
    {
        var open = new List<Deal>();
        var all = new List<Deal>();
        foreach (var report in reports.OrderBy(report => report.Date).ThenBy(report => report.Item))
        {
            open.RemoveAll(deal => report.Date.DayNumber - deal.Last.DayNumber > SameAmountDays);
            var deal = open.FindLast(candidate => Fits(candidate, report));
            if (deal is null)
            {
                deal = new Deal();
                open.Add(deal);
                all.Add(deal);
            }

            deal.Add(report);
        }

        return all.SelectMany(deal => deal.Reports.Select(report => (report.Item, Deal: deal.Reports.Min(one => one.Item))))
            .ToDictionary(pair => pair.Item, pair => pair.Deal);
    }

    private static bool Fits(Deal deal, DealReport report) =>
        deal.Reports.Exists(told => AreOne(told, report, deal.Stage ?? told.Stage))
        // One briefing that states two sums states two rounds.
        && !deal.Reports.Exists(told => told.Briefing == report.Briefing && Contradict(told, report));

    private static bool AreOne(DealReport told, DealReport report, string? stage)
    {
        var days = report.Date.DayNumber - told.Date.DayNumber;
        if (told.HasAmount && report.HasAmount)
        {
            return told.Currency == report.Currency
                && (
                    Contradict(told, report)
                        ? days <= CorrectionDays && told.Briefing != report.Briefing && MayCorrect(told, report, stage)
                        : days <= SameAmountDays && IsSameStage(stage, report.Stage, Sales)
                );
        }

        return IsSameStage(stage, report.Stage, Others)
            && days <= (stage is not null && report.Stage is not null ? SameStageDays : CorrectionDays);
    }

    /// <summary>
    /// Of a stage that both name any figure is corrected; otherwise one that is quite different is that of another round.
    /// </summary>
    private static bool MayCorrect(DealReport told, DealReport report, string? stage) =>
        IsSameStage(stage, report.Stage, Others)
        && (
            (stage is not null && report.Stage is not null)
            || Math.Max(told.To!.Value, report.To!.Value) <= LargestCorrection * Math.Min(told.From!.Value, report.From!.Value)
        );

    /// <param name="apart">Stages that a report without a stage does not mean.</param>
    private static bool IsSameStage(string? one, string? other, HashSet<string> apart) =>
        one is null || other is null ? (one ?? other) is not { } named || !apart.Contains(named) : one == other;

    private static bool Contradict(DealReport one, DealReport other) =>
        one is { From: { } from, To: { } to }
        && other is { From: { } otherFrom, To: { } otherTo }
        && one.Currency == other.Currency
        && !DealAmounts.Agree(from, to, otherFrom, otherTo);

    private sealed class Deal
    {
        public List<DealReport> Reports { get; } = [];

        /// <summary>The first that was named.</summary>
        public string? Stage { get; private set; }

        public DateOnly Last { get; private set; }

        public void Add(DealReport report)
        {
            Reports.Add(report);
            Stage ??= report.Stage;
            Last = report.Date;
        }
    }
}

using Bot.Benchmarks.Storing;

namespace Bot.Benchmarks.Answering;

/// <summary>A question as it is typed.</summary>
/// <param name="Times">How often it is asked for a figure.</param>
internal sealed record AskedLine(string Line, int Times = 300);

/// <summary>Every reading command, in its usual forms, and what is no command and no name.</summary>
internal static class AskedLines
{
    private static readonly string Newest = SyntheticBriefings.Company(ArchiveSeeder.LastDay.DayNumber * SyntheticBriefings.RoundsADay);

    public static IReadOnlyList<AskedLine> All { get; } =
    [
        new("/funding company-0001"),
        new($"/funding {Newest}"),
        new("/funding nvidia"),
        new("/funding"),
        new("/funding compnay-00o1"),
        new("/funding unheard-of"),
        new($"/funding company-0001, {Newest}"),
        new("/funding top"),
        new("/funding total"),
        new("/funding seed >=$50M"),
        new("/briefing"),
        new("/briefing 2026-01-02 funding"),
        new("/news"),
        new($"/news {Newest}"),
        new("/outlook"),
        new("/outlook medium"),
        new("/outlook --changes"),
        new("/tech"),
        new("/analysis"),
        new("/insight"),
        new($"/company {Newest}", Times: 60),
        new("/company company-0001", Times: 60),
        new("/company unheard-of"),
        new("/sources"),
        new("/sources 3"),
        new("/new"),
        new("/ask how much did company-0001 raise?"),
        new("/ask what is the weather"),
        new("/help"),
        new("/help funding"),
        new("/fnding"),
        new("/unheard of"),
        new(Newest),
        new($"/search {Newest}", Times: 30),
        new("/trend", Times: 30),
        new($"/trend {Newest}", Times: 30),
        new("/catchup", Times: 30),
    ];
}

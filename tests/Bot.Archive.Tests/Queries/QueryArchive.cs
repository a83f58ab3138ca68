using Bot.Archive.Tests.Saving;
using Bot.Briefings.Model;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Queries;

/// <summary>Stores hand-made briefings of several days for query tests.</summary>
internal static class QueryArchive
{
    public const string Series = "us-ai";

    public static DateOnly Day(int day) => new(2026, 1, day);

    public static async Task<int> StoreAsync(
        this TestDatabase database,
        DateOnly date,
        Briefing briefing,
        string series = Series,
        bool held = false,
        bool sample = false
    )
    {
        var source =
            $"{date:O}\n{string.Join('\n', briefing.Funding)}\n{string.Join('\n', briefing.Outlook)}\n{string.Join('\n', briefing.References)}";
        var request = HandMade.Request(briefing, source, series, held) with { Date = date, IsSample = sample };
        return (await database.Archive.SaveAsync(request, TestContext.Current.CancellationToken)).BriefingId;
    }

    public static Briefing Funding(params FundingRound[] rounds) => HandMade.Briefing(funding: rounds);

    public static Briefing Outlooks(params Horizon[] horizons) =>
        HandMade.Briefing() with
        {
            Outlook =
            [
                .. horizons.Select(horizon => new Outlook
                {
                    SectionOrder = 2,
                    Horizon = horizon,
                    Label = horizon.ToString(),
                    Text = $"{horizon} のあらまし",
                    Body = $"**{horizon}** のあらまし",
                    Markdown = $"- **{horizon}**: のあらまし",
                }),
            ],
        };
}

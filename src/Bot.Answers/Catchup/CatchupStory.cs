using Bot.Answers.Items;
using Bot.Archive.Queries;

namespace Bot.Answers.Catchup;

/// <summary>A story in its latest state.</summary>
/// <param name="Days">Days that report it; at least one.</param>
/// <param name="Citations">Sources that its reports cite; a source counts once in each briefing.</param>
public abstract record CatchupStory(int Days, int Citations)
{
    /// <summary>The newest briefing that tells it.</summary>
    public abstract ArchivedBriefing Briefing { get; }

    /// <summary>What its text cites.</summary>
    public abstract IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> Cited { get; }

    /// <summary>A deal with its reports of the days asked about.</summary>
    public sealed record OfDeal(ArchivedDeal Deal)
        : CatchupStory(
            Deal.Reports.Select(report => report.Briefing.Date).Distinct().Count(),
            Deal.Reports.SelectMany(report => report.Round.Citations.Select(number => (report.Briefing.Id, number))).Distinct().Count()
        )
    {
        public override ArchivedBriefing Briefing => Deal.Reports[0].Briefing;

        public override IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> Cited =>
            Deal.Contradictions.Prepend(Deal.Latest).Select(round => (round.Briefing.Id, round.Round.Citations));
    }

    /// <summary>A news item or a deep dive, with all those of the same headline.</summary>
    /// <param name="Item">The newest.</param>
    public sealed record OfItem(ArchivedItem Item, int Days, int Citations) : CatchupStory(Days, Citations)
    {
        public override ArchivedBriefing Briefing => Item.Briefing;

        public override IEnumerable<(int Briefing, IReadOnlyList<int> Numbers)> Cited => [(Item.Briefing.Id, ItemEntry.Of(Item).Citations)];

        public static OfItem Of(IReadOnlyList<ArchivedItem> same) =>
            new(
                same[0],
                same.Select(item => item.Briefing.Date).Distinct().Count(),
                same.SelectMany(item => ItemEntry.Of(item).Citations.Select(number => (item.Briefing.Id, number))).Distinct().Count()
            );
    }
}

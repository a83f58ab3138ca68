using Bot.Briefings;
using Bot.Chat;
using Bot.Posts.Corrections;

namespace Bot.Delivery.Planning;

/// <summary>What a revision corrects in the posts of its briefing, for whoever sent it: the words that the channels get.</summary>
public static class ToldCorrections
{
    /// <summary>A line a post, the root first. Neither reading is taken apart.</summary>
    public static IReadOnlyList<LocalizedText> Between(BriefingReading before, BriefingReading after) =>
        [
            .. CorrectionLines
                .Between(before, after, [], Locale.Japanese)
                .Zip(CorrectionLines.Between(before, after, [], Locale.English))
                .Select(pair => new LocalizedText(pair.First.Line, pair.Second.Line)),
        ];
}

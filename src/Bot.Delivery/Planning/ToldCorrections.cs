using Bot.Briefings;
using Bot.Chat;
using Bot.Posts.Corrections;

namespace Bot.Delivery.Planning;

/// <summary>What a revision corrects in its briefing's posts, for whoever sent it, in the words that the channels get.</summary>
public static class ToldCorrections
{
    /// <summary>One line per post, the root first. Leaves both readings intact.</summary>
    public static IReadOnlyList<LocalizedText> Between(BriefingReading before, BriefingReading after) =>
        [
            .. CorrectionLines
                .Between(before, after, [], Locale.Japanese)
                .Zip(CorrectionLines.Between(before, after, [], Locale.English))
                .Select(pair => new LocalizedText(pair.First.Line, pair.Second.Line)),
        ];
}

using Bot.Answers.Arguments;
using Bot.Answers.Texts;

namespace Bot.Answers.Asking;

/// <summary>The words that have a meaning in any question, in both languages.</summary>
internal static class QuestionWords
{
    public enum Meaning
    {
        /// <summary>Stands in any question and says nothing.</summary>
        Common,

        /// <summary>Says that deals are meant, which is so anyway.</summary>
        Deal,
        Top,
        Total,
        First,
        HowMuch,
        HowMany,
        Newest,
        News,
        Outlook,
        Tech,
        Insight,
        Analysis,
        Sources,
        New,
        Changes,
        About,
        Invest,
        Investors,
        Received,
    }

    private static readonly Dictionary<string, Meaning> Meanings = Read();

    /// <summary>Behind a company in Japanese, before it in English: money goes there.</summary>
    public static IReadOnlyList<string> Into { get; } = WordList.Of(AnswerText.AskInto);

    /// <summary>Behind a company in Japanese, before it in English: money comes from there.</summary>
    public static IReadOnlyList<string> By { get; } = WordList.Of(AnswerText.AskBy);

    /// <summary>Joins a name to what belongs to it.</summary>
    public static IReadOnlyList<string> Of { get; } = WordList.Of(AnswerText.AskOf);

    /// <summary>Null for any other word.</summary>
    /// <param name="words">Lower case.</param>
    public static Meaning? Find(string words) => Meanings.TryGetValue(words, out var meaning) ? meaning : null;

    /// <summary>The words of one meaning.</summary>
    public static IEnumerable<string> With(Meaning meaning) => Meanings.Where(pair => pair.Value == meaning).Select(pair => pair.Key);

    private static Dictionary<string, Meaning> Read()
    {
        (Meaning Meaning, AnswerText[] Lists)[] all =
        [
            (Meaning.Top, [AnswerText.WordsTop, AnswerText.AskTop]),
            (Meaning.Total, [AnswerText.WordsTotal, AnswerText.AskTotal]),
            (Meaning.First, [AnswerText.WordsFirst]),
            (Meaning.HowMuch, [AnswerText.AskHowMuch]),
            (Meaning.HowMany, [AnswerText.AskHowMany]),
            (Meaning.Newest, [AnswerText.WordsNewest, AnswerText.AskNewest]),
            (Meaning.News, [AnswerText.AskNews]),
            (Meaning.Outlook, [AnswerText.AskOutlook]),
            (Meaning.Tech, [AnswerText.AskTech]),
            (Meaning.Insight, [AnswerText.AskInsight]),
            (Meaning.Analysis, [AnswerText.AskAnalysis]),
            (Meaning.Sources, [AnswerText.AskSources]),
            (Meaning.New, [AnswerText.AskNew]),
            (Meaning.Changes, [AnswerText.AskChanges]),
            (Meaning.About, [AnswerText.AskAbout]),
            (Meaning.Invest, [AnswerText.AskInvest]),
            (Meaning.Investors, [AnswerText.AskInvestors]),
            (Meaning.Received, [AnswerText.AskReceived]),
            (Meaning.Deal, [AnswerText.AskDeal]),
            (Meaning.Common, [AnswerText.AskCommon, AnswerText.WordsJoints]),
        ];
        var meanings = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (var (meaning, word) in all.SelectMany(one => one.Lists.SelectMany(WordList.Of).Select(word => (one.Meaning, word))))
        {
            meanings.TryAdd(word, meaning);
        }

        return meanings;
    }
}

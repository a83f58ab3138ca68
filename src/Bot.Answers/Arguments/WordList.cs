using Bot.Answers.Texts;
using Bot.Chat;

namespace Bot.Answers.Arguments;

/// <summary>
/// The words for one thing in both languages: people may use either, whatever their own. An underscore stands for a space
/// within a word.
/// </summary>
internal static class WordList
{
    public static IReadOnlyList<string> Of(AnswerText text)
    {
        var both = AnswerTexts.Both(text);
        return Of(both);
    }

    public static IReadOnlyList<string> Of(LocalizedText both) =>
        [
            .. both
                .Japanese.Split(' ')
                .Concat(both.English.Split(' '))
                .Where(word => word.Length > 0)
                .Select(word => word.Replace('_', ' '))
                .Distinct(),
        ];
}

using Bot.Answers.Texts;
using Bot.Chat;

namespace Bot.Answers.Arguments;

/// <summary>The words of both languages that mean one thing: an asker may use either, whatever his own. A low line stands for a blank within one.</summary>
internal static class WordList
{
    public static IReadOnlyList<string> Of(AnswerText text)
    {
        var both = AnswerTexts.Both(text);
        return Of(both);
    }

    public static IReadOnlyList<string> Of(LocalizedText both) =>
        [.. both.Japanese.Split(' ').Concat(both.English.Split(' ')).Where(word => word.Length > 0).Select(word => word.Replace('_', ' ')).Distinct()];
}

using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Arguments;

/// <summary>Asks how something differs from the previous one: a word, or <c>--changes</c>.</summary>
public static class ChangesArgument
{
    private static readonly IReadOnlyList<string> Words = WordList.Of(AnswerText.WordsDiff);

    /// <param name="value">How the command's answers write it.</param>
    public static CommandArgument Describe(string value) =>
        new(
            "compare",
            AnswerTexts.Both(AnswerText.CommandAnalysisDiff),
            [new CommandChoice(value, AnswerTexts.Both(AnswerText.ChoiceDiff), Words)]
        )
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentCompare),
        };

    /// <summary>Takes the word from a call's words; false if it is not there.</summary>
    public static bool Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        // A dash that a phone has made of two stands before it, too.
        return words.Take<bool>(1, word => Words.Contains(word.TrimStart('-', '\u2014', '\u2013').ToLowerInvariant()) ? true : null)
            == true;
    }
}

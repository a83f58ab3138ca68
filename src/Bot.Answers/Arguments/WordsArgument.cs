using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Arguments;

/// <summary>Words to search for, with the names of companies as suggestions.</summary>
public static class WordsArgument
{
    public static CommandArgument Describe(CompanySuggestions companies, bool required = false) =>
        new("words", AnswerTexts.Both(AnswerText.ArgumentWordsSummary), [], required)
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentWords),
            Suggestions = companies,
        };
}

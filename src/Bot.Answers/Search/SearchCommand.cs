using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Search;

public sealed class SearchCommand(SearchHandler handler, CompanySuggestions companies, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            SearchHandler.Name,
            AnswerTexts.Both(AnswerText.CommandSearch),
            [WordsArgument.Describe(companies), TimeArgument.Describe(times)],
            "search AI",
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsSearch),
            TypedAfter = TypedCommands.Default.LeaderOf(SearchHandler.Name),
        };
}

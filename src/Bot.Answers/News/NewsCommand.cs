using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.News;

public sealed class NewsCommand(NewsHandler handler, CompanySuggestions companies, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            NewsHandler.Name,
            AnswerTexts.Both(AnswerText.CommandNews),
            [WordsArgument.Describe(companies), TimeArgument.Describe(times)],
            NewsHandler.Name,
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsNews),
            TypedAfter = TypedCommands.Default.LeaderOf(NewsHandler.Name),
        };
}

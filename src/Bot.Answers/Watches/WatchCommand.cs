using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Watches;

public sealed class WatchCommand(WatchHandler handler, CompanySuggestions companies) : ICommandDefinition
{
    public Command Define() =>
        new(
            WatchHandler.Name,
            AnswerTexts.Both(AnswerText.CommandWatch),
            [
                new Subcommand("", AnswerTexts.Both(AnswerText.CommandWatch), [WordsArgument.Describe(companies)], "", handler)
                {
                    Changes = true,
                    IsPersonal = true,
                },
            ]
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsWatch),
            TypedAfter = TypedCommands.Default.LeaderOf(WatchHandler.Name),
        };
}

using Bot.Answers.Arguments;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Watches;

public sealed class UnwatchCommand(UnwatchHandler handler, WatchSuggestions watches) : ICommandDefinition
{
    public Command Define() =>
        new(
            UnwatchHandler.Name,
            AnswerTexts.Both(AnswerText.CommandUnwatch),
            [
                new Subcommand(
                    "",
                    AnswerTexts.Both(AnswerText.CommandUnwatch),
                    [
                        new CommandArgument("number", AnswerTexts.Both(AnswerText.ArgumentWatchSummary), [])
                        {
                            Label = AnswerTexts.Both(AnswerText.ArgumentWatch),
                            Suggestions = watches,
                        },
                    ],
                    "",
                    handler
                )
                {
                    Changes = true,
                    IsPersonal = true,
                },
            ]
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsUnwatch),
            TypedAfter = TypedCommands.Default.LeaderOf(UnwatchHandler.Name),
        };
}

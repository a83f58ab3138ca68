using Bot.Answers.Arguments;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Watches;

public sealed class WatchesCommand(WatchesHandler handler) : ICommandDefinition
{
    public Command Define() =>
        new(
            WatchesHandler.Name,
            AnswerTexts.Both(AnswerText.CommandWatches),
            [new Subcommand("", AnswerTexts.Both(AnswerText.CommandWatches), [], "", handler) { IsPersonal = true }]
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsWatches),
            TypedAfter = TypedCommands.Default.LeaderOf(WatchesHandler.Name),
        };
}

using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Catchup;

public sealed class CatchupCommand(CatchupHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define()
    {
        var summary = AnswerTexts.Both(AnswerText.CommandCatchup);
        return new Command(
            CatchupHandler.Name,
            summary,
            [
                new Subcommand("", summary, [TimeArgument.Describe(times), ReadingBudget.Argument], ReadingBudget.Value(3), handler)
                {
                    VariesByPerson = true,
                },
            ]
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsCatchup),
            TypedAfter = TypedCommands.Default.LeaderOf(CatchupHandler.Name),
        };
    }
}

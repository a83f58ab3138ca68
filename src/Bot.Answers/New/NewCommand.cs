using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.New;

public sealed class NewCommand(NewHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(NewHandler.Name, AnswerTexts.Both(AnswerText.CommandNew), [TimeArgument.Describe(times)], NewHandler.Name, handler)
        {
            Words = WordList.Of(AnswerText.CommandWordsNew),
            TypedAfter = TypedCommands.Default.LeaderOf(NewHandler.Name),
        };
}

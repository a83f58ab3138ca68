using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Tech;

public sealed class TechCommand(TechHandler handler, CompanySuggestions companies, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            TechHandler.Name,
            AnswerTexts.Both(AnswerText.CommandTech),
            [WordsArgument.Describe(companies), TimeArgument.Describe(times)],
            TechHandler.Name,
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsTech),
            TypedAfter = TypedCommands.Default.LeaderOf(TechHandler.Name),
        };
}

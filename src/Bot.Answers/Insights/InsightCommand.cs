using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Insights;

public sealed class InsightCommand(InsightHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(InsightHandler.Name, AnswerTexts.Both(AnswerText.CommandInsight), [TimeArgument.Describe(times)], InsightHandler.Name, handler)
        {
            Words = WordList.Of(AnswerText.CommandWordsInsight),
            TypedAfter = TypedCommands.Default.LeaderOf(InsightHandler.Name),
        };
}

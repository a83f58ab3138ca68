using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Analysis;

public sealed class AnalysisCommand(AnalysisHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            AnalysisHandler.Name,
            AnswerTexts.Both(AnswerText.CommandAnalysis),
            [TimeArgument.Describe(times), ChangesArgument.Describe(AnalysisHandler.Diff)],
            AnalysisHandler.Name,
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsAnalysis),
            TypedAfter = TypedCommands.Default.LeaderOf(AnalysisHandler.Name),
        };
}

using Bot.Answers.Arguments;
using Bot.Answers.Funding;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Trends;

public sealed class TrendCommand(TrendHandler handler, TrendSuggestions subjects) : ICommandDefinition
{
    public Command Define() =>
        new(
            TrendHandler.Name,
            AnswerTexts.Both(AnswerText.CommandTrend),
            [
                new CommandArgument("subject", AnswerTexts.Both(AnswerText.CommandTrendSubject), [])
                {
                    Label = AnswerTexts.Both(AnswerText.ArgumentSubject),
                    Suggestions = subjects,
                },
                TrendWeeks.Argument,
            ],
            $"{TrendHandler.Name} {FundingHandler.Name}",
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsTrend),
            TypedAfter = TypedCommands.Default.LeaderOf(TrendHandler.Name),
        };
}

using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Funding;

public sealed class FundingCommand(FundingHandler handler, CompanySuggestions companies, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            FundingHandler.Name,
            AnswerTexts.Both(AnswerText.CommandFunding),
            [
                new CommandArgument("company", AnswerTexts.Both(AnswerText.CommandFundingCompany), [])
                {
                    Label = AnswerTexts.Both(AnswerText.ArgumentCompany),
                    Suggestions = companies,
                },
                TimeArgument.Describe(times),
                new CommandArgument("filter", AnswerTexts.Both(AnswerText.CommandFundingFilter), [])
                {
                    Label = AnswerTexts.Both(AnswerText.ArgumentFilter),
                },
            ],
            FundingHandler.Name,
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsFunding),
        };
}

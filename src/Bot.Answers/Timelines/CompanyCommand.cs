using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Timelines;

public sealed class CompanyCommand(CompanyHandler handler, CompanySuggestions companies, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            CompanyHandler.Name,
            AnswerTexts.Both(AnswerText.CommandCompany),
            [
                new CommandArgument("name", AnswerTexts.Both(AnswerText.CommandCompanyName), [])
                {
                    Label = AnswerTexts.Both(AnswerText.ArgumentCompany),
                    Suggestions = companies,
                },
                TimeArgument.Describe(times),
            ],
            CompanyHandler.Name,
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsCompany),
        };
}

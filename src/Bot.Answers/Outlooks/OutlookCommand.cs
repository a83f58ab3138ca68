using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Outlooks;

public sealed class OutlookCommand(OutlookHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            OutlookHandler.Name,
            AnswerTexts.Both(AnswerText.CommandOutlook),
            [HorizonArgument.Argument, TimeArgument.Describe(times), ChangesArgument.Describe(OutlookHandler.Changes)],
            "outlook medium",
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsOutlook),
        };
}

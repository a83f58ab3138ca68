using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Asking;

public sealed class AskCommand(AskHandler handler, QuestionSuggestions questions) : ICommandDefinition
{
    public Command Define() =>
        new(
            AskHandler.Name,
            AnswerTexts.Both(AnswerText.CommandAsk),
            [
                new CommandArgument("question", AnswerTexts.Both(AnswerText.ArgumentQuestionSummary), [])
                {
                    Label = AnswerTexts.Both(AnswerText.ArgumentQuestion),
                    Suggestions = questions,
                },
            ],
            "ask top",
            handler
        )
        {
            Words = Arguments.WordList.Of(AnswerText.CommandWordsAsk),
            TypedAfter = TypedCommands.Default.LeaderOf(AskHandler.Name),
        };
}

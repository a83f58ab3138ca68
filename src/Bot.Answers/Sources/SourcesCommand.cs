using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Sources;

public sealed class SourcesCommand(SourcesHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define() =>
        new(
            SourcesHandler.Name,
            AnswerTexts.Both(AnswerText.CommandSources),
            [
                new CommandArgument("which", AnswerTexts.Both(AnswerText.CommandSourcesWhich), [])
                {
                    Label = AnswerTexts.Both(AnswerText.ArgumentWhich),
                    Suggestions = times,
                },
            ],
            "sources 1",
            handler
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsSources),
        };
}

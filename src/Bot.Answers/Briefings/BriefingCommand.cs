using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Briefings;

/// <summary>Describes <c>/briefing</c>; where commands are typed, any other command can follow it.</summary>
public sealed class BriefingCommand(BriefingHandler handler, TimeSuggestions times) : ICommandDefinition
{
    public Command Define()
    {
        var summary = AnswerTexts.Both(AnswerText.CommandBriefing);
        return new Command(
            BriefingHandler.Name,
            summary,
            [
                new Subcommand("", summary, [TimeArgument.Describe(times), SectionArgument.Argument], "", handler)
                {
                    Understands = BriefingArguments.Understands,
                },
            ]
        )
        {
            Words = WordList.Of(AnswerText.CommandWordsBriefing),
            LeadsToAll = true,
        };
    }
}

using Bot.Answers.Texts;
using Bot.Chat.Commands;
using Bot.Chat.Sections;

namespace Bot.Answers.Arguments;

/// <summary>
/// Sections of a briefing as an argument: the choices are the kinds; typed, any name in <see cref="SectionWords"/>
/// selects one or several.
/// </summary>
public static class SectionArgument
{
    public static CommandArgument Argument { get; } =
        new(
            "section",
            AnswerTexts.Both(AnswerText.ArgumentSectionSummary),
            [.. SectionWords.All.Select(kind => new CommandChoice(SectionWords.ValueOf(kind), SectionWords.NameOf(kind), []))]
        )
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentSection),
        };
}

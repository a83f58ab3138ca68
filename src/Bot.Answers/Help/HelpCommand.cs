using Bot.Answers.Arguments;
using Bot.Answers.Suggestions;
using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Help;

public sealed class HelpCommand(HelpHandler handler, CommandSuggestions commands) : ICommandDefinition
{
    public Command Define()
    {
        var summary = AnswerTexts.Both(AnswerText.CommandHelp);
        var name = new CommandArgument("command", AnswerTexts.Both(AnswerText.CommandHelpName), [])
        {
            Label = AnswerTexts.Both(AnswerText.ArgumentCommand),
            Suggestions = commands,
        };
        return new Command(HelpHandler.Name, summary, [new Subcommand("", summary, [name], "funding", handler) { VariesByAccess = true }])
        {
            Words = WordList.Of(AnswerText.CommandWordsHelp),
        };
    }
}

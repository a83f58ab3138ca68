using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Answers.Help;

/// <summary>A command's usage line, with arguments: <c>/outlook [short|medium|long] [DATE]</c>.</summary>
internal static class CommandUsage
{
    /// <summary>With more values, the argument's name replaces the list.</summary>
    private const int MostValues = 4;

    public static string Of(Command command, Subcommand subcommand, CommandCall call) =>
        $"/{command.PathOn(call.Platform, subcommand)}" + string.Concat(subcommand.Arguments.Select(argument => Of(argument, call.Locale)));

    private static string Of(CommandArgument argument, Locale locale)
    {
        var word = argument.Choices.Count is > 0 and <= MostValues
            ? string.Join('|', argument.Choices.Select(choice => choice.Value))
            : Name(argument, locale);
        return argument.Required ? $" {word}" : $" [{word}]";
    }

    /// <summary>The argument's placeholder: its label in Japanese, its name in capitals in English.</summary>
    public static string Name(CommandArgument argument, Locale locale) =>
        (argument.IsNamed ? argument.Name + ":" : "")
        + (locale == Locale.Japanese && argument.Label is { } label ? label.Japanese : argument.Name.ToUpperInvariant());
}

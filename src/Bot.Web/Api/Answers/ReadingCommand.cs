using Bot.Chat;
using Bot.Chat.Commands;

namespace Bot.Web.Api.Answers;

/// <summary>A command, or a subcommand, that programs may call: it only reads and is open to everyone.</summary>
/// <param name="Name">In addresses and as the name of a tool: <c>funding</c>, <c>subscriptions-list</c>.</param>
public sealed record ReadingCommand(string Name, Command Command, Subcommand Subcommand)
{
    /// <summary>All of a catalogue, in its order.</summary>
    public static IReadOnlyList<ReadingCommand> Of(CommandCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. from command in catalogue.All
            from subcommand in command.Subcommands
            where subcommand.IsOpen
            select new ReadingCommand(
                subcommand.Name.Length == 0 ? command.Name : $"{command.Name}-{subcommand.Name}",
                command,
                subcommand
            ),
        ];
    }

    public LocalizedText Summary => Subcommand.Name.Length == 0 ? Command.Summary : Subcommand.Summary;

    /// <summary>Its arguments, then what every answer takes, as far as no argument has the same name.</summary>
    public IReadOnlyList<AnswerParameter> Parameters { get; } =
    [
        .. Subcommand.Arguments.Select(AnswerParameter.Of),
        .. AnswerParameter.Common.Where(common => Subcommand.Arguments.All(argument => argument.Name != common.Name)),
    ];

    /// <summary>The text of a call: its arguments in order, without those that are empty.</summary>
    public string TextOf(Func<string, string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Join(
            ' ',
            Subcommand.Arguments.Select(argument => argument.InText(value(argument.Name).Trim())).Where(text => text.Length > 0)
        );
    }
}

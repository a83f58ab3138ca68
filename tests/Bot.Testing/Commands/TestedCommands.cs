using Bot.Chat.Commands;

namespace Bot.Testing.Commands;

/// <summary>Commands without subcommands for tests.</summary>
public static class TestedCommands
{
    public static Command ForAdmins(this Command command) => command.With(own => own with { Access = Access.Admins });

    public static Command Changing(this Command command) => command.With(own => own with { Changes = true });

    public static Command VaryingByPerson(this Command command) => command.With(own => own with { VariesByPerson = true });

    public static Command Taking(this Command command, params IReadOnlyList<CommandArgument> arguments) =>
        command.With(own => own with { Arguments = arguments });

    public static Command With(this Command command, Func<Subcommand, Subcommand> change)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(change);
        return command with { Subcommands = [change(command.Subcommands[0])] };
    }
}

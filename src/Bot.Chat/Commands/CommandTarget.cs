namespace Bot.Chat.Commands;

/// <summary>The target of a call.</summary>
/// <param name="Call">The call under the command's own name; its text is what follows the subcommand's name.</param>
public sealed record CommandTarget(Command Command, Subcommand Subcommand, CommandCall Call);

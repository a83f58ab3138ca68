namespace Bot.Chat.Commands;

/// <summary>What a call calls.</summary>
/// <param name="Call">Under the command's own name; its text is what follows the subcommand's.</param>
public sealed record CommandTarget(Command Command, Subcommand Subcommand, CommandCall Call);

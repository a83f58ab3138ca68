using Bot.Chat.Messages;

namespace Bot.Chat.Commands;

/// <summary>The platform-neutral answer to a command.</summary>
/// <param name="Message">What it says; its first line is the answer.</param>
public sealed record Reply(Message Message)
{
    /// <summary>Only the asker sees it.</summary>
    public bool Private { get; init; } = true;

    /// <summary>The command did what was asked; false lets the command line exit with 1 (unknown command, no permission).</summary>
    public bool Succeeded { get; init; } = true;
}

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

    /// <summary>The call that gives this answer again, whenever it is made: with its series, day and page. Null: the call as it was made.</summary>
    public CommandCall? Pinned { get; init; }

    /// <summary>What it answers, with the pinned call; null: no command was called.</summary>
    public CommandTarget? Answers { get; init; }
}

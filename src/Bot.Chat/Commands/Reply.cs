using Bot.Chat.Messages;

namespace Bot.Chat.Commands;

/// <summary>The platform-neutral answer to a command.</summary>
/// <param name="Message">The content; its first line is the answer.</param>
public sealed record Reply(Message Message)
{
    /// <summary>Only the caller sees it.</summary>
    public bool Private { get; init; } = true;

    /// <summary>The command did what was asked; if false, the command line exits with 1 (unknown command, no permission).</summary>
    public bool Succeeded { get; init; } = true;

    /// <summary>The bot itself failed, and this is its apology.</summary>
    public bool Failed { get; init; }

    /// <summary>
    /// The call that gives the same answer again at any time, with its series, day and page. Null for the original call.
    /// </summary>
    public CommandCall? Pinned { get; init; }

    /// <summary>The briefings that it names, each once, in the order in which they are named.</summary>
    public IReadOnlyList<BriefingKey> Briefings { get; init; } = [];

    /// <summary>The target it answers, with the pinned call; null if no command was called.</summary>
    public CommandTarget? Answers { get; init; }
}

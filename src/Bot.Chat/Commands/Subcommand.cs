namespace Bot.Chat.Commands;

/// <summary>Something that can be called: a command by itself, or one of its subcommands, named by the first word of its text.</summary>
/// <param name="Name">Lower case: <c>subscribe</c>. Empty for the command itself, whose whole text is arguments.</param>
/// <param name="Summary">One line.</param>
/// <param name="Arguments">In order.</param>
/// <param name="Example">A call that works on most archives, without slash and the command's name: <c>xai</c>; may be empty.</param>
/// <param name="Handler">Answers calls; a call's text is what follows the name.</param>
public sealed record Subcommand(
    string Name,
    LocalizedText Summary,
    IReadOnlyList<CommandArgument> Arguments,
    string Example,
    ICommandHandler Handler
)
{
    public Access Access { get; init; }

    /// <summary>Calling it changes something, so a repeated request must act only once.</summary>
    public bool Changes { get; init; }

    /// <summary>Admins see more than others, so the caller must be known, and the answer is not cached.</summary>
    public bool VariesByAccess { get; init; }

    /// <summary>Its answer depends on who asks, so it is not cached. What it read can be shared all the same.</summary>
    public bool VariesByPerson { get; init; }

    /// <summary>Other words for it, in any language.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether a text can be its arguments; null if any text can.</summary>
    public Func<string, bool>? Understands { get; init; }

    /// <summary>Its answer is about the person who asks, and nobody else's.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Only reads, and open to everyone: its answer may be cached and shared.</summary>
    public bool IsOpen => Access == Access.Everyone && !Changes && !IsPersonal;

    /// <summary>Everyone who asks gets the same answer, so that it may be kept for all, or shown to all.</summary>
    public bool IsSameForAll => IsOpen && !VariesByAccess && !VariesByPerson;

    public bool IsCalled(string word) =>
        Name.Length > 0
        && (Name.Equals(word, StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the caller may make the call.</summary>
    public bool Allows(CommandCall call) => Access == Access.Everyone || call.IsAdmin || call.IsOperators;
}

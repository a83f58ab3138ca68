namespace Bot.Chat.Commands;

/// <summary>What can be called: a command by itself, or under one of the words that may come first in its text.</summary>
/// <param name="Name">Lower case: <c>subscribe</c>. Empty: the command itself, whose whole text is arguments.</param>
/// <param name="Summary">One line.</param>
/// <param name="Arguments">In order.</param>
/// <param name="Example">A call that works on most archives, without slash and the command's name: <c>xai</c>; may be empty.</param>
/// <param name="Handler">Answers a call; the call's text is what follows the name.</param>
public sealed record Subcommand(
    string Name, LocalizedText Summary, IReadOnlyList<CommandArgument> Arguments, string Example, ICommandHandler Handler)
{
    public Access Access { get; init; }

    /// <summary>Calling it changes something: a platform acts once on a request that comes twice.</summary>
    public bool Changes { get; init; }

    /// <summary>An admin is told more than others, so it has to be known who asks; such an answer is not kept.</summary>
    public bool VariesByAccess { get; init; }

    /// <summary>Other words that mean it, in any language.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether a text can be its arguments; null: any text can.</summary>
    public Func<string, bool>? Understands { get; init; }

    /// <summary>Only reads, and everybody may call it: its answer may be kept and shared.</summary>
    public bool IsOpen => Access == Access.Everyone && !Changes;

    public bool IsCalled(string word) =>
        Name.Length > 0 && (Name.Equals(word, StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether whoever made the call may make it.</summary>
    public bool Allows(CommandCall call) => Access == Access.Everyone || call.IsAdmin || call.IsOperators;
}

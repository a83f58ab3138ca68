namespace Bot.Chat.Commands;

/// <summary>One entry of the command catalogue, as data: platforms register it, help prints it, the dispatcher runs it.</summary>
/// <param name="Name">Lower case, without slash.</param>
/// <param name="Summary">One line for the platforms' command pickers.</param>
/// <param name="Arguments">In order.</param>
/// <param name="Example">A call that works on most archives, without slash: <c>funding xai</c>.</param>
/// <param name="Handler">Answers a call.</param>
public sealed record Command(
    string Name,
    LocalizedText Summary,
    IReadOnlyList<CommandArgument> Arguments,
    string Example,
    ICommandHandler Handler)
{
    /// <summary>Only admins of the workspace may call it.</summary>
    public bool AdminsOnly { get; init; }

    /// <summary>Calling it changes something: a platform acts once on a request that comes twice.</summary>
    public bool Changes { get; init; }

    /// <summary>The words that may come first in its text, each with arguments of its own; empty: <see cref="Arguments"/> are the command's. A command with subcommands has no arguments itself.</summary>
    public IReadOnlyList<Subcommand> Subcommands { get; init; } = [];
}

/// <param name="Name">Lower case: <c>subscribe</c>. The first word of the command's text.</param>
/// <param name="Summary">One line.</param>
/// <param name="Arguments">In order.</param>
public sealed record Subcommand(string Name, LocalizedText Summary, IReadOnlyList<CommandArgument> Arguments);

/// <param name="Name">Lower case: <c>company</c>.</param>
/// <param name="Summary">What to write there.</param>
/// <param name="Choices">Closed list of values with their labels, or empty when free.</param>
public sealed record CommandArgument(string Name, LocalizedText Summary, IReadOnlyList<CommandChoice> Choices, bool Required = false)
{
    /// <summary>What it is called where a platform shows names in the reader's language: one word of letters, lower case; null: <see cref="Name"/>.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>What to offer while it is being typed, where the platform can; null: nothing.</summary>
    public IArgumentSuggestions? Suggestions { get; init; }
}

/// <param name="Value">Canonical value: <c>medium</c>.</param>
/// <param name="Words">Other spellings that mean it, in any language: 中期.</param>
public sealed record CommandChoice(string Value, LocalizedText Label, IReadOnlyList<string> Words);

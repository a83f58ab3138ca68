namespace Bot.Chat.Commands;

/// <summary>Suggests values while an argument is being typed.</summary>
public interface IArgumentSuggestions
{
    /// <summary>Best first. Must be quick: it runs on every keystroke.</summary>
    /// <param name="call">The command so far; its text is what has been typed of all arguments.</param>
    /// <param name="typed">What has been typed of this argument; may be empty.</param>
    /// <param name="most">Maximum number of suggestions.</param>
    ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    );
}

/// <param name="Value">Passed to the command.</param>
/// <param name="Label">Shown to the user.</param>
public sealed record ArgumentSuggestion(string Value, string Label);

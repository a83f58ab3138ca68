namespace Bot.Chat.Commands;

/// <summary>Values to offer while an argument is being typed.</summary>
public interface IArgumentSuggestions
{
    /// <summary>Best first. Must be quick: it runs at every key.</summary>
    /// <param name="call">The command as far as it is known; its text is what is typed so far of all arguments.</param>
    /// <param name="typed">Of this argument, maybe empty.</param>
    /// <param name="most">At most so many.</param>
    ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(CommandCall call, string typed, int most, CancellationToken cancellationToken);
}

/// <param name="Value">What the command is given.</param>
/// <param name="Label">What is shown.</param>
public sealed record ArgumentSuggestion(string Value, string Label);

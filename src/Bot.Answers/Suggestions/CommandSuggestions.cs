using Bot.Chat.Commands;

namespace Bot.Answers.Suggestions;

/// <summary>Names of the commands that the caller may use and that start with the typed text.</summary>
/// <param name="catalogue">Read on every keystroke.</param>
public sealed class CommandSuggestions(Func<CommandCatalogue> catalogue) : IArgumentSuggestions
{
    public ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    )
    {
        var begins = typed.Trim().TrimStart('/');
        return new([
            .. catalogue()
                .All.Where(command =>
                    command.Subcommands.Any(one => one.Allows(call)) && command.Name.StartsWith(begins, StringComparison.OrdinalIgnoreCase)
                )
                .Take(most)
                .Select(command => new ArgumentSuggestion(command.Name, $"/{command.Name} {command.Summary.In(call.Locale)}")),
        ]);
    }
}

namespace Bot.Chat.Commands;

/// <summary>All commands of the bot, in the order help shows them.</summary>
public sealed class CommandCatalogue
{
    private readonly List<Command> _commands = [];
    private readonly Dictionary<string, Command> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Command> _byWord = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="typed">How they are typed on Slack; null leaves that to each command.</param>
    /// <exception cref="ArgumentException">
    /// Two commands share a name or word, a name is empty, or a command has nothing to call.
    /// </exception>
    public CommandCatalogue(IEnumerable<Command> commands, TypedCommands? typed = null)
    {
        Typed = typed ?? TypedCommands.Default;
        foreach (var defined in commands)
        {
            var command =
                typed is null ? defined
                : defined.Under is null ? defined with { TypedAfter = typed.LeaderOf(defined.Name), Prefix = typed.Prefix }
                : defined with { Prefix = typed.Prefix };
            if (command.Name.Length == 0 || !_byName.TryAdd(command.Name, command))
            {
                throw new ArgumentException($"The command name '{command.Name}' is empty or given twice.", nameof(commands));
            }

            if (command.Subcommands.Count == 0)
            {
                throw new ArgumentException($"The command '{command.Name}' has nothing to call.", nameof(commands));
            }

            _commands.Add(command);
        }

        foreach (var (command, word) in _commands.SelectMany(command => command.Words.Select(word => (command, word))))
        {
            if (_byName.ContainsKey(word) || !_byWord.TryAdd(word, command))
            {
                throw new ArgumentException($"The word '{word}' means two commands.", nameof(commands));
            }
        }
    }

    public IReadOnlyList<Command> All => _commands;

    public TypedCommands Typed { get; }

    /// <summary>The command with that name or word, or null; case does not matter.</summary>
    public Command? Find(string name) => _byName.GetValueOrDefault(name) ?? _byWord.GetValueOrDefault(name);

    /// <summary>The target of a call; null if it names no command, or no subcommand where one is required.</summary>
    public CommandTarget? Resolve(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Find(call.Name) is not { } command)
        {
            return null;
        }

        var (first, rest) = TypedText.First(call.Text);
        if (command.Named.FirstOrDefault(one => one.IsCalled(first)) is { } named)
        {
            return new CommandTarget(command, named, call with { Name = command.Name, Text = rest });
        }

        return command.Own is { } own
            ? new CommandTarget(command, own, call.Name == command.Name ? call : call with { Name = command.Name })
            : null;
    }

    /// <summary>Names that a mistyped one may mean, closest first: same beginning, or a letter or two apart.</summary>
    public IReadOnlyList<string> Nearest(string name, int most = 3)
    {
        var typed = name.ToLowerInvariant();
        return
        [
            .. _commands
                .Where(command => command.Under is null)
                .Select(command => (command.Name, Distance: Spelling.Distance(typed, command.Name)))
                .Where(pair =>
                    pair.Distance <= 1 + (pair.Name.Length / 4)
                    || (typed.Length >= 2 && pair.Name.StartsWith(typed, StringComparison.Ordinal))
                )
                .OrderBy(pair => pair.Distance)
                .Select(pair => pair.Name)
                .Take(most),
        ];
    }
}

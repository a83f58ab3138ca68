namespace Bot.Chat.Commands;

/// <summary>All commands of the bot, in the order in which help shows them.</summary>
public sealed class CommandCatalogue
{
    private readonly List<Command> _commands = [];
    private readonly Dictionary<string, Command> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">Two commands have one name, or a name is empty.</exception>
    public CommandCatalogue(IEnumerable<Command> commands)
    {
        foreach (var command in commands)
        {
            if (command.Name.Length == 0 || !_byName.TryAdd(command.Name, command))
            {
                throw new ArgumentException($"The command name '{command.Name}' is empty or given twice.", nameof(commands));
            }

            _commands.Add(command);
        }
    }

    public IReadOnlyList<Command> All => _commands;

    /// <summary>Null if there is none of that name; case does not matter.</summary>
    public Command? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Names that a mistyped one may mean, nearest first: they begin alike or differ in a letter or two.</summary>
    public IReadOnlyList<string> Nearest(string name, int most = 3)
    {
        var typed = name.ToLowerInvariant();
        return
        [
            .. _commands
                .Select(command => (command.Name, Distance: Spelling.Distance(typed, command.Name)))
                .Where(pair => pair.Distance <= 1 + (pair.Name.Length / 4) || (typed.Length >= 2 && pair.Name.StartsWith(typed, StringComparison.Ordinal)))
                .OrderBy(pair => pair.Distance)
                .Select(pair => pair.Name)
                .Take(most),
        ];
    }
}

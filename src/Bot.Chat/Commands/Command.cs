using Bot.Chat.Platforms;

namespace Bot.Chat.Commands;

/// <summary>One entry of the command catalogue, as data: platforms register it, help prints it, the dispatcher runs it.</summary>
/// <param name="Name">Lower case, without slash.</param>
/// <param name="Summary">One line for the platforms' command pickers.</param>
/// <param name="Subcommands">At least one; the one without a name, if any, is the command itself.</param>
public sealed record Command(string Name, LocalizedText Summary, IReadOnlyList<Subcommand> Subcommands)
{
    /// <summary>A read-only command without subcommands that is open to everyone.</summary>
    /// <param name="example">Without slash: <c>funding xai</c>.</param>
    public Command(string name, LocalizedText summary, IReadOnlyList<CommandArgument> arguments, string example, ICommandHandler handler)
        : this(name, summary, [new Subcommand("", summary, arguments, example[Math.Min(name.Length, example.Length)..].Trim(), handler)])
    { }

    /// <summary>Other names, in any language, that work where commands are typed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Where commands are typed, it may be followed by any other command: <c>/briefing funding xai</c>.</summary>
    public bool LeadsToAll { get; init; }

    /// <summary>Name of the command after which its subcommands are typed (<c>/briefing status</c>); null for its own.</summary>
    public string? Under { get; init; }

    /// <summary>
    /// Where all apps' commands share one name space (Slack), the command after which it is typed: <c>/briefing news</c>; null if it stands
    /// alone there too.
    /// </summary>
    public string? TypedAfter { get; init; }

    /// <summary>What begins every name that is registered on Slack; empty for nothing.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The command itself without a subcommand; null if a subcommand must be named.</summary>
    public Subcommand? Own => Subcommands.FirstOrDefault(one => one.Name.Length == 0);

    public IEnumerable<Subcommand> Named => Subcommands.Where(one => one.Name.Length > 0);

    /// <summary>Arguments of the command itself.</summary>
    public IReadOnlyList<CommandArgument> Arguments => Own?.Arguments ?? [];

    /// <summary>Without slash: <c>funding xai</c>; only the name if there is no better example.</summary>
    public string Example => $"{Name} {(Own ?? Subcommands[0]).Example}".TrimEnd();

    /// <summary>True if no part of it is open to everyone.</summary>
    public bool IsForAdmins => Subcommands.All(one => one.Access == Access.Admins);

    public bool IsCalled(string word) =>
        Name.Equals(word, StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How it is called on a platform, without slash: <c>briefing status</c> where commands are typed (on Slack also <c>briefing
    /// news</c>), <c>briefing-admin status</c> on Discord, where every subcommand is registered and no other words work.
    /// </summary>
    public string PathOn(PlatformId platform, Subcommand subcommand)
    {
        ArgumentNullException.ThrowIfNull(subcommand);
        var name = platform == PlatformId.Discord ? Name : Under ?? Name;
        var before = platform == PlatformId.Slack ? Prefix + (TypedAfter is { } leader ? $"{leader} " : "") : "";
        return before + $"{name} {subcommand.Name}".TrimEnd();
    }
}

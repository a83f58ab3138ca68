using Bot.Chat.Platforms;

namespace Bot.Chat.Commands;

/// <summary>
/// How commands are typed on Slack, where all apps' commands share one name space: which stand alone, after which one the others are
/// typed, and what begins them all.
/// </summary>
/// <param name="alone">Names without prefix; the leader always stands alone.</param>
/// <param name="prefix">Before every registered name: <c>ai-</c> makes <c>/ai-funding</c>. Empty for none.</param>
public sealed class TypedCommands(IEnumerable<string> alone, string prefix)
{
    /// <summary>The command after which others are typed: <c>/briefing news</c>.</summary>
    public const string Leader = "briefing";

    private readonly HashSet<string> _alone = new(alone, StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands alone unless the configuration says otherwise; <c>/search</c> is Slack's own.</summary>
    public static IReadOnlyList<string> AloneByDefault { get; } = [Leader, "funding", "outlook", "company", "sources", "catchup", "help"];

    public static TypedCommands Default { get; } = new(AloneByDefault, "");

    public string Prefix => prefix;

    /// <summary>The command after which one is typed; null if it stands alone.</summary>
    public string? LeaderOf(string command) => command == Leader || _alone.Contains(command) ? null : Leader;

    /// <summary>A line as it is typed on a platform, with slash.</summary>
    public string On(PlatformId platform, string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (platform != PlatformId.Slack)
        {
            return "/" + line;
        }

        var leader = LeaderOf(line.Split(' ')[0]) is { } before ? $"{before} " : "";
        return $"/{Prefix}{leader}{line}";
    }

    /// <summary>The command that a registered name calls: without the prefix, if it has it.</summary>
    public string NameOf(string registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return Prefix.Length > 0 && registered.Length > Prefix.Length && registered.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? registered[Prefix.Length..]
            : registered;
    }
}

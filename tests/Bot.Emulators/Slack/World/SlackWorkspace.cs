namespace Bot.Emulators.Slack.World;

/// <summary>A team where the app may be installed.</summary>
public sealed class SlackWorkspace(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Domain => Name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>Its organisation; null for most.</summary>
    public string? EnterpriseId { get; init; }

    public string BotUser { get; } = "UB" + id[1..];

    public string BotId { get; } = "B" + id[1..];

    public Dictionary<string, SlackUser> Users { get; } = [];

    public Dictionary<string, SlackChannel> Channels { get; } = [];

    /// <summary>The app is installed.</summary>
    public bool IsInstalled { get; set; } = true;

    /// <summary>Finds a channel by id, a public one by name, or the direct message with a person.</summary>
    public SlackChannel? Find(string idOrName)
    {
        if (Channels.TryGetValue(idOrName, out var channel))
        {
            return channel;
        }

        var name = idOrName.TrimStart('#');
        return Channels.Values.FirstOrDefault(one => !one.IsPrivate && !one.IsDirect && one.Name == name)
            ?? Channels.Values.FirstOrDefault(one => one.DirectWith == idOrName);
    }
}

namespace Bot.Emulators.Discord.World;

/// <summary>Whom a message notifies by name.</summary>
public sealed record Pings(bool Everyone, IReadOnlyList<ulong> Roles, IReadOnlyList<ulong> Users)
{
    public static Pings None { get; } = new(false, [], []);

    /// <summary>For the log: <c>everyone</c>, <c>role:ID</c>, <c>user:ID</c>; null if there are none.</summary>
    public IReadOnlyList<string>? Names
    {
        get
        {
            List<string> names = [.. Roles.Select(role => $"role:{role}"), .. Users.Select(user => $"user:{user}")];
            if (Everyone)
            {
                names.Insert(0, "everyone");
            }

            return names.Count > 0 ? names : null;
        }
    }
}

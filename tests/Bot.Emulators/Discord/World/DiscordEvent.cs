using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>Something that gateway sessions are told.</summary>
/// <param name="Name">As Discord names it: <c>MESSAGE_CREATE</c>.</param>
/// <param name="Intent">The intent bit that a session must have asked for; 0: every session gets it.</param>
public sealed record DiscordEvent(string Name, JsonObject Data, int Intent = 0)
{
    public const int Guilds = 1;
    public const int GuildMessages = 1 << 9;
}

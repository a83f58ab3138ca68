using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>An event for gateway sessions.</summary>
/// <param name="Name">Discord's name: <c>MESSAGE_CREATE</c>.</param>
/// <param name="Intent">The required intent bit; 0 if every session gets it.</param>
public sealed record DiscordEvent(string Name, JsonObject Data, int Intent = 0)
{
    public const int Guilds = 1;
    public const int GuildMessages = 1 << 9;
}

using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Who acts, where, and in which language.</summary>
public sealed record Doing(ulong User = DefaultIds.Reader, ulong Channel = DefaultIds.TextChannel, string Locale = "ja");

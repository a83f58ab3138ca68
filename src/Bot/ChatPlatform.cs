using Bot.Chat.Platforms;
using Bot.Configuration;

namespace Bot;

/// <summary>A chat platform as the host sees it.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Key">The setting without which it is off.</param>
/// <param name="IsOn">It is set up.</param>
public sealed record ChatPlatform(PlatformId Id, string Name, string Key, Func<BotOptions, bool> IsOn, ICallPreview Preview);

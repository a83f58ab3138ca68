using Bot.Chat.Platforms;
using Bot.Configuration;

namespace Bot;

/// <summary>What the host knows about a chat platform.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Key">The setting that turns it on.</param>
/// <param name="IsOn">Whether it is set up.</param>
public sealed record ChatPlatform(
    PlatformId Id,
    string Name,
    string Key,
    Func<BotOptions, bool> IsOn,
    Func<BotOptions, ICallPreview> Preview
);

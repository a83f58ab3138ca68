namespace Bot.Discord.Rendering;

/// <summary>https://discord.com/developers/docs/resources/message#message-object-message-flags</summary>
[Flags]
public enum MessageFlags
{
    None = 0,

    /// <summary>Shows no previews of links, nor embeds.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>For answers to interactions: only the asker sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>Sends no notification.</summary>
    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}

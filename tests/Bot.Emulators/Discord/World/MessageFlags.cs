namespace Bot.Emulators.Discord.World;

/// <remarks>https://docs.discord.com/developers/resources/message#message-object-message-flags</remarks>
[Flags]
public enum MessageFlags
{
    None = 0,
    Crossposted = 1,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    IsVoiceMessage = 1 << 13,
    IsComponentsV2 = 1 << 15,

    /// <summary>What a bot may set on a channel message.</summary>
    Settable = SuppressEmbeds | SuppressNotifications | IsVoiceMessage | IsComponentsV2,
}

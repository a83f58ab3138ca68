namespace Bot.Discord.Setup.Permissions;

/// <summary>
/// The Discord permissions that posting needs or that affect others.
/// https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
/// </summary>
[Flags]
public enum Permission : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    EmbedLinks = 1UL << 14,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
}

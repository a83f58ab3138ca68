namespace Bot.Emulators.Discord.World;

/// <summary>The permission bits known to the emulator; others pass through unchanged.</summary>
/// <remarks>https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags</remarks>
[Flags]
public enum Permission : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    CreatePrivateThreads = 1UL << 36,
    SendMessagesInThreads = 1UL << 38,
    PinMessages = 1UL << 51,

    /// <summary>The permissions in a posting bot's invitation: 309237763072.</summary>
    Posting = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads,

    All = (1UL << 53) - 1,
}

namespace Bot.Emulators.Discord.World;

/// <summary>Ids of the initial objects of every emulator, so that other processes need not query them.</summary>
public static class DefaultIds
{
    /// <summary>The application and its bot user have the same id, as is usual.</summary>
    public const ulong Application = 1456000000000000001;
    public const ulong Guild = 1456000000000000002;
    public const ulong TextChannel = 1456000000000000003;
    public const ulong AnnouncementChannel = 1456000000000000004;
    public const ulong ForumChannel = 1456000000000000005;
    public const ulong ForumTag = 1456000000000000006;
    public const ulong BotRole = 1456000000000000007;

    /// <summary>Owns the guild and the application.</summary>
    public const ulong Owner = 1456000000000000009;

    /// <summary>A member without special permissions.</summary>
    public const ulong Reader = 1456000000000000010;
}

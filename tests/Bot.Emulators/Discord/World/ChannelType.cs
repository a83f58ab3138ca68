namespace Bot.Emulators.Discord.World;

/// <remarks>https://docs.discord.com/developers/resources/channel#channel-object-channel-types</remarks>
public enum ChannelType
{
    Text = 0,
    Direct = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
    Media = 16,
}

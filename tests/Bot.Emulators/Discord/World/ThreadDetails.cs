using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>Thread-only data.</summary>
public sealed class ThreadDetails(ulong owner, int autoArchiveMinutes, DateTimeOffset createdAt)
{
    public ulong Owner { get; } = owner;

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset ArchiveTimestamp { get; set; } = createdAt;

    /// <summary>60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveMinutes { get; set; } = autoArchiveMinutes;

    public DateTimeOffset LastActivity { get; set; } = createdAt;

    /// <summary>Number of existing messages, without the starter.</summary>
    public int MessageCount { get; set; }

    /// <summary>Number of messages that ever existed.</summary>
    public int TotalMessageSent { get; set; }

    /// <summary>Users who have joined.</summary>
    public HashSet<ulong> Members { get; } = [owner];

    public JsonObject ToJson() =>
        new()
        {
            ["archived"] = Archived,
            ["archive_timestamp"] = Times.Iso(ArchiveTimestamp),
            ["auto_archive_duration"] = AutoArchiveMinutes,
            ["locked"] = Locked,
            ["create_timestamp"] = Times.Iso(CreatedAt),
        };

    public JsonObject MemberJson(ulong thread, ulong user) =>
        new()
        {
            ["id"] = Snowflakes.Text(thread),
            ["user_id"] = Snowflakes.Text(user),
            ["join_timestamp"] = Times.Iso(CreatedAt),
            ["flags"] = 1,
        };
}

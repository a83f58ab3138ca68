namespace Bot.Emulators.Discord.World;

/// <summary>Computes what a member may do in a channel.</summary>
/// <remarks>https://docs.discord.com/developers/topics/permissions#permission-hierarchy</remarks>
public static class Permissions
{
    private const Permission NeedsSending = Permission.MentionEveryone | Permission.EmbedLinks | Permission.AttachFiles;

    /// <param name="channel">Threads use their parent's overwrites.</param>
    /// <param name="now">A member who is timed out can only read.</param>
    /// <param name="explicitOnly">Omits implicit denials, as in interaction payloads.</param>
    public static Permission In(Channel channel, Member member, DateTimeOffset now, bool explicitOnly = false)
    {
        var guild = channel.Guild;
        if (guild.Owner == member.User.Id)
        {
            return Permission.All;
        }

        var roles = guild.Roles.Where(role => role.Id == guild.Id || member.Roles.Contains(role.Id)).ToList();
        var granted = roles.Aggregate(Permission.None, (all, role) => all | role.Permissions);
        if (granted.HasFlag(Permission.Administrator))
        {
            return Permission.All;
        }

        var place = channel.IsThread && channel.Parent is { } parent ? parent : channel;
        granted = Overwritten(granted, place.Overwrites, member, guild);
        if (member.TimedOutUntil > now)
        {
            granted &= Permission.ViewChannel | Permission.ReadMessageHistory;
        }

        return explicitOnly ? granted : WithoutImplied(granted, channel.IsThread);
    }

    private static Permission Overwritten(Permission granted, List<Overwrite> overwrites, Member member, Guild guild)
    {
        if (overwrites.Find(overwrite => overwrite.Id == guild.Id) is { } everyone)
        {
            granted = granted & ~everyone.Deny | everyone.Allow;
        }

        var ofRoles = overwrites
            .Where(overwrite => !overwrite.IsMember && overwrite.Id != guild.Id && member.Roles.Contains(overwrite.Id))
            .ToList();
        granted &= ~ofRoles.Aggregate(Permission.None, (all, overwrite) => all | overwrite.Deny);
        granted |= ofRoles.Aggregate(Permission.None, (all, overwrite) => all | overwrite.Allow);
        return overwrites.Find(overwrite => overwrite.IsMember && overwrite.Id == member.User.Id) is { } own
            ? granted & ~own.Deny | own.Allow
            : granted;
    }

    private static Permission WithoutImplied(Permission granted, bool isThread)
    {
        if (!granted.HasFlag(Permission.ViewChannel))
        {
            return Permission.None;
        }

        var sends = isThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
        return granted.HasFlag(sends) ? granted : granted & ~NeedsSending;
    }
}

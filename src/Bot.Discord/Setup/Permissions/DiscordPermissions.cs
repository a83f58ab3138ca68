using System.Globalization;
using Bot.Chat;

namespace Bot.Discord.Setup.Permissions;

/// <summary>The bot's permissions in a channel, computed as Discord does, and those that it needs there.</summary>
public static class DiscordPermissions
{
    /// <summary>
    /// No page says whether texts in components need it, as embeds do. So the invitation asks for it, but a channel without it counts as
    /// usable: nothing that the bot posts is an embed.
    /// </summary>
    private const Permission AskedToBeSafe = Permission.EmbedLinks;

    private const ulong All = ulong.MaxValue;

    /// <summary>The permissions that the invitation asks for, each with its reason.</summary>
    public static IReadOnlyList<(Permission Permission, LocalizedText Name, LocalizedText Reason)> Wanted { get; } =
    [
        (
            Permission.ViewChannel,
            DiscordTexts.Both("DiscordPermissions.ViewChannels"),
            DiscordTexts.Both("DiscordPermissions.ToSeeChannelsPostsTo")
        ),
        (
            Permission.SendMessages,
            DiscordTexts.Both("DiscordPermissions.SendMessages"),
            DiscordTexts.Both("DiscordPermissions.ToPostBriefingsHeadline")
        ),
        (
            Permission.CreatePublicThreads,
            DiscordTexts.Both("DiscordPermissions.CreatePublicThreads"),
            DiscordTexts.Both("DiscordPermissions.ToStartThreadFrom")
        ),
        (
            Permission.SendMessagesInThreads,
            DiscordTexts.Both("DiscordPermissions.SendMessagesInThreads"),
            DiscordTexts.Both("DiscordPermissions.ToPostSectionsThere")
        ),
        (AskedToBeSafe, DiscordTexts.Both("DiscordPermissions.EmbedLinks"), DiscordTexts.Both("DiscordPermissions.InCaseDiscordWantsWhat")),
        (
            Permission.ReadMessageHistory,
            DiscordTexts.Both("DiscordPermissions.ReadMessageHistory"),
            DiscordTexts.Both("DiscordPermissions.ToLook")
        ),
    ];

    /// <summary>The permissions integer of the invitation.</summary>
    public static ulong WantedBits => Wanted.Aggregate(0UL, (bits, wanted) => bits | (ulong)wanted.Permission);

    /// <summary>Where a server's admin invites the bot, with its commands.</summary>
    public static Uri InviteLink(string applicationId) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions={WantedBits}"
            )
        );

    /// <summary>Permissions missing for posting briefings, as named in Discord's settings; empty if there are none.</summary>
    /// <param name="has">Computed for the channel.</param>
    /// <param name="isForum">A post there starts its own thread.</param>
    public static IReadOnlyList<LocalizedText> Missing(Permission has, bool isForum) =>
        [
            .. Wanted
                .Where(wanted =>
                    wanted.Permission != AskedToBeSafe
                    && !(isForum && wanted.Permission == Permission.CreatePublicThreads)
                    && !has.HasFlag(wanted.Permission)
                )
                .Select(wanted => wanted.Name),
        ];

    /// <summary>https://discord.com/developers/docs/topics/permissions#permission-overwrites</summary>
    /// <param name="everyone">Id of the guild, which is also that of the role everyone has.</param>
    /// <param name="roles">All of the guild's, by id.</param>
    /// <param name="memberRoles">The member's.</param>
    /// <param name="overwrites">The channel's; for a thread its parent's.</param>
    /// <param name="isTimedOut">The member may only look, for a while.</param>
    public static Permission Compute(
        ulong everyone,
        IReadOnlyDictionary<ulong, ulong> roles,
        IReadOnlyCollection<ulong> memberRoles,
        ulong member,
        IReadOnlyCollection<PermissionOverwrite> overwrites,
        bool isTimedOut = false
    )
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(overwrites);
        var bits = memberRoles.Append(everyone).Aggregate(0UL, (sum, role) => sum | roles.GetValueOrDefault(role));
        if ((bits & (ulong)Permission.Administrator) != 0)
        {
            return (Permission)All;
        }

        bits = Apply(bits, overwrites.Where(overwrite => overwrite.Id == everyone));
        bits = Apply(
            bits,
            overwrites.Where(overwrite =>
                overwrite is { IsMember: false } && overwrite.Id != everyone && memberRoles.Contains(overwrite.Id)
            )
        );
        bits = Apply(bits, overwrites.Where(overwrite => overwrite is { IsMember: true } && overwrite.Id == member));
        if (isTimedOut)
        {
            bits &= (ulong)(Permission.ViewChannel | Permission.ReadMessageHistory);
        }

        return (bits & (ulong)Permission.ViewChannel) == 0 ? Permission.None : (Permission)bits;
    }

    /// <summary>First removes what any of them denies, then adds what any of them allows.</summary>
    private static ulong Apply(ulong bits, IEnumerable<PermissionOverwrite> overwrites)
    {
        ulong allow = 0,
            deny = 0;
        foreach (var overwrite in overwrites)
        {
            allow |= overwrite.Allow;
            deny |= overwrite.Deny;
        }

        return (bits & ~deny) | allow;
    }
}

/// <param name="Id">Id of a role or a member.</param>
public sealed record PermissionOverwrite(ulong Id, bool IsMember, ulong Allow, ulong Deny);

using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Setup;

/// <summary>Whether briefings could be posted to a channel, and which permissions are missing, by name.</summary>
public sealed class DiscordChannelProbe(ChannelAccess access) : IChannelProbe
{
    public PlatformId Platform => PlatformId.Discord;

    public async Task<ChannelProbe> ProbeAsync(
        ChannelAddress channel,
        IReadOnlyList<SendOptions> posts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(posts);
        var rights = await access.LookAsync(channel.Channel, channel.Workspace, cancellationToken);
        return rights switch
        {
            null => new ChannelProbe(false) { Unanswered = true },
            { IsOutside: true } => new ChannelProbe(false) { Problem = DiscordTexts.Both("NotInServer") },
            { IsGone: true } => new ChannelProbe(false) { Problem = DiscordTexts.Both("ChannelDeleted") },
            { Type: not null, TakesThreads: false } => new ChannelProbe(false)
            {
                Name = rights.Name,
                Problem = DiscordTexts.Both("DiscordChannelProbe.NoThreadsCanBeStarted"),
            },
            { Missing.Count: 0 } when TagTrouble(rights, posts) is { } problem => new ChannelProbe(false)
            {
                Name = rights.Name,
                Problem = problem,
            },
            _ => new ChannelProbe(rights.Missing.Count == 0) { Name = rights.Name, Missing = rights.Missing },
        };
    }

    /// <summary>Null: the forum takes posts with their tags, or it is not a forum.</summary>
    private static LocalizedText? TagTrouble(ChannelRights rights, IReadOnlyList<SendOptions> posts)
    {
        if (!rights.IsForum)
        {
            return null;
        }

        var strange = posts.SelectMany(post => post.ForumTags).Distinct().Where(tag => !rights.Tags.ContainsKey(tag)).ToList();
        if (strange.Count > 0)
        {
            return DiscordTexts.Both("DiscordChannelProbe.ForumHasNoTag", string.Join(", ", strange), Choice(rights));
        }

        return rights.RequiresTag && posts.Any(post => post.ForumTags.Count == 0)
            ? DiscordTexts.Both("DiscordChannelProbe.PostsInThisForumNeed", Choice(rights))
            : null;
    }

    private static LocalizedText Choice(ChannelRights rights) =>
        rights.Tags.Count == 0
            ? DiscordTexts.Both("DiscordChannelProbe.NoTags")
            : DiscordTexts.Both("DiscordChannelProbe.Tags", string.Join(", ", rights.Tags.Select(tag => $"{tag.Value} ({tag.Key})")));
}

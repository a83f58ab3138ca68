using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Setup;

/// <summary>Whether briefings could be posted to a channel, and which permissions are missing, by name.</summary>
public sealed class DiscordChannelProbe(ChannelAccess access) : IChannelProbe
{
    public PlatformId Platform => PlatformId.Discord;

    public async Task<ChannelProbe> ProbeAsync(ChannelAddress channel, IReadOnlyList<SendOptions> posts, CancellationToken cancellationToken)
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
                Problem = new(
                    "この種類のチャンネルではスレッドを始められません。テキスト、アナウンス、フォーラムのどれかを選んでください",
                    "no threads can be started in a channel of this kind: choose a text, announcement or forum channel"),
            },
            { Missing.Count: 0 } when TagTrouble(rights, posts) is { } problem => new ChannelProbe(false) { Name = rights.Name, Problem = problem },
            _ => new ChannelProbe(rights.Missing.Count == 0) { Name = rights.Name, Missing = rights.Missing },
        };
    }

    /// <summary>Null: the forum takes the posts with the tags that they have, or it is no forum.</summary>
    private static LocalizedText? TagTrouble(ChannelRights rights, IReadOnlyList<SendOptions> posts)
    {
        if (!rights.IsForum)
        {
            return null;
        }

        var strange = posts.SelectMany(post => post.ForumTags).Distinct().Where(tag => !rights.Tags.ContainsKey(tag)).ToList();
        if (strange.Count > 0)
        {
            return new(
                $"このフォーラムにないタグです: {string.Join("、", strange)}。{Choice(rights, "使えるタグ: ", "、", "タグはまだありません")}。購読の \"forumTags\" を直してください",
                $"the forum has no tag {string.Join(", ", strange)}. {Choice(rights, "Its tags: ", ", ", "It has none yet")}. Correct \"forumTags\" of the subscription");
        }

        return rights.RequiresTag && posts.Any(post => post.ForumTags.Count == 0)
            ? new(
                $"このフォーラムの投稿にはタグが要ります。{Choice(rights, "使えるタグ: ", "、", "タグはまだありません")}。`subscriptions apply` のファイルで購読に \"forumTags\" を書くか、フォーラムの設定で必須を外してください",
                $"posts in this forum need a tag. {Choice(rights, "Its tags: ", ", ", "It has none yet")}. Name one in \"forumTags\" of the subscription, in a file for `subscriptions apply`, or let the forum's settings not require it")
            : null;
    }

    private static string Choice(ChannelRights rights, string before, string between, string none) =>
        rights.Tags.Count == 0 ? none : before + string.Join(between, rights.Tags.Select(tag => $"{tag.Value} ({tag.Key})"));
}

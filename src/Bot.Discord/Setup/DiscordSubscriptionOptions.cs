using Bot.Chat.Platforms;
using Bot.Chat.Subscriptions;

namespace Bot.Discord.Setup;

/// <summary>A subscription's options for Discord.</summary>
public sealed class DiscordSubscriptionOptions : IPlatformOptions
{
    // https://discord.com/developers/docs/resources/channel#channel-object (auto_archive_duration; applied_tags)
    private static readonly int[] ArchiveDurations = [60, 1440, 4320, 10080];

    private const int MostForumTags = 5;

    public PlatformId Platform => PlatformId.Discord;

    public IReadOnlyList<SubscriptionOption> Options { get; } =
    [
        new FlagOption(SubscriptionOption.KeyOf(nameof(SendOptions.SilentRoot))),
        new NumberOption(SubscriptionOption.KeyOf(nameof(SendOptions.AutoArchiveMinutes)), ArchiveDurations),
        new IdsOption(SubscriptionOption.KeyOf(nameof(SendOptions.ForumTags)), MostForumTags),
        new FlagOption(SubscriptionOption.KeyOf(nameof(SendOptions.Publish))),
        new IdsOption(SubscriptionOption.KeyOf(nameof(SendOptions.MentionRole))),
    ];
}

using Bot.Chat.Platforms;

namespace Bot.Chat.Subscriptions;

/// <summary>The options a subscription may set for one platform besides the content; no other platform accepts them.</summary>
public interface IPlatformOptions
{
    PlatformId Platform { get; }

    IReadOnlyList<SubscriptionOption> Options { get; }
}

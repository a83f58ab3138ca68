using Bot.Chat.Platforms;

namespace Bot.Chat.Subscriptions;

/// <summary>What a subscription may ask of one platform beside the content: the platform's own options, which no other takes.</summary>
public interface IPlatformOptions
{
    PlatformId Platform { get; }

    IReadOnlyList<SubscriptionOption> Options { get; }
}

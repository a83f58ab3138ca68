using Bot.Chat.Platforms;
using Bot.Chat.Subscriptions;

namespace Bot.Archive.Subscriptions;

/// <summary>What is read of <see cref="Entities.Subscription.Options"/> where a subscription is delivered to.</summary>
public static class SubscriptionOptions
{
    /// <summary>Rather a post twice than not at all, where the platform can't say whether it has it; every platform takes it.</summary>
    public static FlagOption PreferDuplicate { get; } = new("preferDuplicate");

    /// <summary>False without options.</summary>
    public static bool PrefersDuplicate(string? options) => OptionValues.Parse(options).Flag(PreferDuplicate.Key);

    /// <summary>What the platform is asked beside the content.</summary>
    public static SendOptions SendOptions(string? options) => SendOptionValues.Of(OptionValues.Parse(options));
}

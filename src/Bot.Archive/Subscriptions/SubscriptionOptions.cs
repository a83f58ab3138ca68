using Bot.Chat.Platforms;
using Bot.Chat.Subscriptions;

namespace Bot.Archive.Subscriptions;

/// <summary>Reads <see cref="Entities.Subscription.Options"/> for delivery.</summary>
public static class SubscriptionOptions
{
    /// <summary>Prefer a duplicate to a missing post if the platform cannot tell whether it has it. Accepted by every platform.</summary>
    public static FlagOption PreferDuplicate { get; } = new("preferDuplicate");

    /// <summary>
    /// Corrections of what has been posted wait until a person has confirmed them. Accepted by every platform.
    /// </summary>
    public static FlagOption ConfirmCorrections { get; } = new("confirmCorrections");

    /// <summary>False without options.</summary>
    public static bool ConfirmsCorrections(string? options) => OptionValues.Parse(options).Flag(ConfirmCorrections.Key);

    /// <summary>False without options.</summary>
    public static bool PrefersDuplicate(string? options) => OptionValues.Parse(options).Flag(PreferDuplicate.Key);

    /// <summary>The options passed to the platform besides the content.</summary>
    public static SendOptions SendOptions(string? options) => SendOptionValues.Of(OptionValues.Parse(options));
}

using Bot.Chat.Subscriptions;

namespace Bot.Archive.Subscriptions;

/// <summary>What a file may name.</summary>
/// <param name="Platforms">Platforms that the bot knows, set up or not.</param>
/// <param name="Series">Keys of the configured series.</param>
public sealed record SubscriptionNames(IReadOnlyCollection<string> Platforms, IReadOnlyCollection<string> Series)
{
    /// <summary>Whether a series (its key) is open to a platform's workspace; without limits every one is.</summary>
    public Func<string, string, string, bool> IsOpen { get; init; } = (_, _, _) => true;

    /// <summary>The options of the platforms that have some.</summary>
    public IReadOnlyList<IPlatformOptions> Options { get; init; } = [];

    public IReadOnlyList<SubscriptionOption> OptionsOf(string platform) =>
        Options.FirstOrDefault(one => one.Platform.Value == platform)?.Options ?? [];

    /// <summary>Keys of the options that a subscription of a platform may give.</summary>
    public IReadOnlyCollection<string> OptionKeysOf(string platform) =>
        [SubscriptionOptions.PreferDuplicate.Key, .. OptionsOf(platform).Select(option => option.Key)];

    /// <summary>The platforms that take an option.</summary>
    public IReadOnlyList<string> PlatformsWith(string option) =>
        [.. Options.Where(one => one.Options.Any(known => known.Key == option)).Select(one => one.Platform.Value)];
}

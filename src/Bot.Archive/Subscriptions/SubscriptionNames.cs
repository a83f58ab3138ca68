using Bot.Chat.Subscriptions;

namespace Bot.Archive.Subscriptions;

/// <summary>The names a file may use.</summary>
/// <param name="Platforms">Platforms known to the bot, set up or not.</param>
/// <param name="Series">Keys of the configured series.</param>
public sealed record SubscriptionNames(IReadOnlyCollection<string> Platforms, IReadOnlyCollection<string> Series)
{
    /// <summary>Whether a series (by key) is open to a platform's workspace; by default every series is.</summary>
    public Func<string, string, string, bool> IsOpen { get; init; } = (_, _, _) => true;

    /// <summary>Calendars whose holidays a schedule may leave out.</summary>
    public IReadOnlyCollection<string> Calendars { get; init; } = [];

    /// <summary>The platforms' own options.</summary>
    public IReadOnlyList<IPlatformOptions> Options { get; init; } = [];

    public IReadOnlyList<SubscriptionOption> OptionsOf(string platform) =>
        Options.FirstOrDefault(one => one.Platform.Value == platform)?.Options ?? [];

    /// <summary>Keys of the options that a platform's subscriptions may set.</summary>
    public IReadOnlyCollection<string> OptionKeysOf(string platform) =>
        [
            SubscriptionOptions.PreferDuplicate.Key,
            SubscriptionOptions.ConfirmCorrections.Key,
            .. OptionsOf(platform).Select(option => option.Key),
        ];

    /// <summary>The platforms that accept an option.</summary>
    public IReadOnlyList<string> PlatformsWith(string option) =>
        [.. Options.Where(one => one.Options.Any(known => known.Key == option)).Select(one => one.Platform.Value)];
}

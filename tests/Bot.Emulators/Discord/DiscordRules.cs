namespace Bot.Emulators.Discord;

/// <summary>Aspects of Discord's behaviour that a test may change; the defaults match reality.</summary>
public sealed class DiscordRules
{
    /// <summary>
    /// How long an enforced nonce is remembered. The documentation says "the past few minutes" without a figure; this
    /// value is safe for a client that repeats within two minutes.
    /// </summary>
    public TimeSpan NonceWindow { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>No nonce from before this is remembered, however young: as if the time between had passed.</summary>
    public DateTimeOffset NoncesSince { get; set; }

    /// <summary>
    /// Components with more text than <see cref="TextBytes"/> fail with a plain 500, for Japanese text far below the
    /// character limit: https://github.com/discord/discord-api-docs/issues/8554
    /// </summary>
    public bool FailsOnTextBytes { get; set; } = true;

    /// <summary>UTF-8 bytes of all text displays, plus 12 for each.</summary>
    public int TextBytes { get; set; } = 10_170;

    /// <summary>
    /// Whether the first message of a forum post may use components. The reference lists the flags allowed there without
    /// this one; whether Discord refuses it is unknown, so the default is strict.
    /// </summary>
    public bool ForumStartersTakeComponents { get; set; }

    /// <summary>Requests without a <c>DiscordBot (url, version)</c> user agent are rejected up front.</summary>
    public bool RequiresUserAgent { get; set; } = true;

    /// <summary>How long an interaction waits for its first response.</summary>
    public TimeSpan InteractionDeadline { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token remains valid after the first response.</summary>
    public TimeSpan InteractionLifetime { get; set; } = TimeSpan.FromMinutes(15);
}

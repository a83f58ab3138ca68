namespace Bot.Emulators.Discord;

/// <summary>What a test may switch of Discord's behaviour, each as it really is by default.</summary>
public sealed class DiscordRules
{
    /// <summary>
    /// How long an enforced nonce is remembered. The documentation says "the past few minutes" and no figure; a client that
    /// repeats within two minutes is safe with this one.
    /// </summary>
    public TimeSpan NonceWindow { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>No nonce from before this is remembered, however young: as if the time between had passed.</summary>
    public DateTimeOffset NoncesSince { get; set; }

    /// <summary>
    /// Components whose text is larger than <see cref="TextBytes"/> fail with a plain 500, far below the limit in characters when
    /// the text is Japanese: https://github.com/discord/discord-api-docs/issues/8554
    /// </summary>
    public bool FailsOnTextBytes { get; set; } = true;

    /// <summary>UTF-8 bytes of all text displays and 12 for each of them.</summary>
    public int TextBytes { get; set; } = 10_170;

    /// <summary>
    /// The first message of a forum post may be one of components. The page of the call names the flags that may be set there,
    /// and that one is not among them; whether it is refused is not known, so the stricter reading holds.
    /// </summary>
    public bool ForumStartersTakeComponents { get; set; }

    /// <summary>Requests without a <c>DiscordBot (url, version)</c> agent are turned away at the door.</summary>
    public bool RequiresUserAgent { get; set; } = true;

    /// <summary>How long an interaction waits for its first response.</summary>
    public TimeSpan InteractionDeadline { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token can be used after a first response.</summary>
    public TimeSpan InteractionLifetime { get; set; } = TimeSpan.FromMinutes(15);
}

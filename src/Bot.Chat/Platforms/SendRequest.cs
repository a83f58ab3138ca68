namespace Bot.Chat.Platforms;

/// <param name="Channel">Where the thread lives.</param>
/// <param name="ThreadId">The root's thread; null when this is the root.</param>
/// <param name="Key">Stamped on the message, so that it can be found again.</param>
/// <param name="Payload">Frozen, as <see cref="IPlatform.Render"/> made it.</param>
/// <param name="FirstAttemptAt">
/// When a request with this key first left, by our clock, which may have been wrong. A look-up does not rely on it: see
/// <see cref="PlatformClock.EarliestOf"/>. An earlier one makes it read further back.
/// </param>
public sealed record SendRequest(
    ChannelAddress Channel,
    string? ThreadId,
    PostKey Key,
    string Payload,
    DateTimeOffset FirstAttemptAt)
{
    /// <summary>What the subscription asks for now; not frozen with the payload.</summary>
    public SendOptions Options { get; init; } = SendOptions.None;
}

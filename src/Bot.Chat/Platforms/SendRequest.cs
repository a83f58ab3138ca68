namespace Bot.Chat.Platforms;

/// <param name="Channel">Where the thread lives.</param>
/// <param name="ThreadId">The root's thread; null if this is the root.</param>
/// <param name="Key">Stamped on the message so that it can be found again.</param>
/// <param name="Payload">Frozen output of <see cref="IPlatform.Render"/>.</param>
/// <param name="FirstAttemptAt">
/// When a request with this key was first sent, in the platform's time (<see cref="PlatformClock.UtcNow"/>) if known.
/// Look-ups do not rely on it: see <see cref="PlatformClock.EarliestOf"/>. An earlier time makes them read further back.
/// </param>
public sealed record SendRequest(ChannelAddress Channel, string? ThreadId, PostKey Key, string Payload, DateTimeOffset FirstAttemptAt)
{
    /// <summary>The subscription's current options; not frozen with the payload.</summary>
    public SendOptions Options { get; init; } = SendOptions.None;

    /// <summary>
    /// Tells the whole channel of a thread that was filled: a reply that the channel shows as well or, where there is no such thing, a
    /// message in the channel beside the thread.
    /// </summary>
    public bool IsAnnouncement { get; init; }

    /// <summary>
    /// An edit that puts a briefing in the place of a line that said that it had not come: what is done for a new root is done now.
    /// </summary>
    public bool FillsPlace { get; init; }

    /// <summary>Whether the channel is to notice it: a root, or an announcement.</summary>
    public bool IsNewToChannel => ThreadId is null || IsAnnouncement;
}

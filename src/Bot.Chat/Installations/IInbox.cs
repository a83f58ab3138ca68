using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>
/// Remembers requests that change something, so that a repeated one acts once: platforms repeat events, people press
/// twice. Reads are not recorded, because a repeated read just answers again. Kept for two days.
/// </summary>
public interface IInbox
{
    /// <summary>True the first time a request is seen, in any process; false afterwards.</summary>
    /// <param name="request">
    /// The platform's request id (Slack <c>event_id</c>, <c>envelope_id</c>, <c>trigger_id</c>; Discord interaction id),
    /// at most 200 characters.
    /// </param>
    Task<bool> TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken);
}

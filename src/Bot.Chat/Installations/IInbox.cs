using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>
/// Requests that came in and change something, so that a repeated one acts once: platforms repeat events, people press
/// twice. Reads are not recorded, as a repeated read just answers again. Kept for two days.
/// </summary>
public interface IInbox
{
    /// <summary>True the first time a request is seen, in any process; false when it was seen before.</summary>
    /// <param name="request">The platform's id of it (Slack <c>event_id</c>, <c>envelope_id</c>, <c>trigger_id</c>; Discord interaction id), at most 200 characters.</param>
    Task<bool> TryAcceptAsync(PlatformId platform, string request, CancellationToken cancellationToken);
}

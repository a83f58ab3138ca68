namespace Bot.Chat.Platforms;

/// <summary>
/// A platform's finishing touch to a complete thread, such as links from the contents to the replies. A convenience: not
/// a post, unknown to the ledger, and not missed if the process ends first.
/// </summary>
public interface IThreadFinish
{
    PlatformId Platform { get; }

    /// <summary>
    /// Registers a thread whose posts have all been sent. Returns immediately, does not throw and does not hold up sends.
    /// </summary>
    void Finish(FinishedThread thread);
}

/// <param name="RootPayload">The root's current payload.</param>
/// <param name="Sections">The first message of each section, in the order of the contents.</param>
public sealed record FinishedThread(ChannelAddress Channel, string ThreadId, string RootPayload, IReadOnlyList<string> Sections);

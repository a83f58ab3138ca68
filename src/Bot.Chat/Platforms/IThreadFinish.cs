namespace Bot.Chat.Platforms;

/// <summary>
/// A platform's last touch to a thread that stands whole, such as links from the contents to the replies. A convenience:
/// it is no post, the ledger does not know of it, and nobody misses it when the process ends first.
/// </summary>
public interface IThreadFinish
{
    PlatformId Platform { get; }

    /// <summary>Takes note of a thread whose posts are all sent. Returns at once, does not throw and holds up no send.</summary>
    void Finish(FinishedThread thread);
}

/// <param name="RootPayload">As the root stands now.</param>
/// <param name="Sections">The first message of each section, in the order of the contents.</param>
public sealed record FinishedThread(ChannelAddress Channel, string ThreadId, string RootPayload, IReadOnlyList<string> Sections);

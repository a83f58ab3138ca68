using Bot.Chat.Messages;

namespace Bot.Chat.Platforms;

/// <summary>
/// The one contract between the bot and a platform. Nothing below it retries: the ledger decides. Methods do not throw
/// for what a platform answers or fails to answer; cancellation during a call is <see cref="SendOutcome.Unknown"/>
/// once the request may have left.
/// </summary>
public interface IPlatform
{
    PlatformId Id { get; }

    /// <summary>Name of the bot token that posts to a workspace, never the token itself: rate limits and the sender's lease belong to it.</summary>
    string TokenFor(string workspace) => Id.Value;

    /// <summary>Its time, as its answers tell it; null for one that shares ours.</summary>
    PlatformClock? Clock => null;

    /// <summary>Threads under way at once: more where the platform's limits make each thread wait on its own.</summary>
    SendWidth Width => SendWidth.Default;

    /// <summary>Renders a message to the payloads that post it, in order: one, or several parts marked (1/2). Pure: same input, same bytes.</summary>
    IReadOnlyList<string> Render(Message message);

    /// <summary>Posts a frozen payload with its key stamped on it. Exactly one request that creates something.</summary>
    Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>Looks on the platform for the message that carries the request's key, after an unknown outcome.</summary>
    Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a message. Repeatable.</summary>
    Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken);

    /// <summary>Deletes a message; one that is gone already is <see cref="SendOutcome.Sent"/>. Repeatable.</summary>
    Task<SendOutcome> DeleteAsync(ChannelAddress channel, string? threadId, string messageId, CancellationToken cancellationToken);
}

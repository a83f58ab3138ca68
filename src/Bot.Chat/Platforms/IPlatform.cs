using Bot.Chat.Messages;

namespace Bot.Chat.Platforms;

/// <summary>
/// The contract between the bot and a platform. Nothing below it retries: the ledger decides. Methods do not throw for
/// what a platform answers or fails to answer; cancellation during a call is <see cref="SendOutcome.Unknown"/> once the
/// request may have been sent.
/// </summary>
public interface IPlatform
{
    PlatformId Id { get; }

    /// <summary>
    /// Name of the bot token that posts to a workspace, never the token itself: rate limits and the sender's lease are
    /// per token.
    /// </summary>
    string TokenFor(string workspace) => Id.Value;

    /// <summary>The thread to which a direct message belongs, where it takes messages as threads do; null: it is a root.</summary>
    /// <param name="channel">A person's channel, as <see cref="IDirectMessages"/> opened it.</param>
    string? DirectThreadOf(string channel) => null;

    /// <summary>The platform's time, learned from its responses; null if it shares ours.</summary>
    PlatformClock? Clock => null;

    /// <summary>Number of concurrent threads; higher if the platform's limits apply to each thread separately.</summary>
    SendWidth Width => SendWidth.Default;

    /// <summary>Renders a message to its payloads, in order: one, or several parts marked (1/2). Pure: same input, same bytes.</summary>
    IReadOnlyList<string> Render(Message message);

    /// <summary>Posts a frozen payload with its key stamped on it. Makes exactly one creating request.</summary>
    Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>Looks up the message with the request's key on the platform, after an unknown outcome.</summary>
    Task<FindOutcome> FindAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a message. Repeatable.</summary>
    Task<SendOutcome> EditAsync(SendRequest request, string messageId, CancellationToken cancellationToken);

    /// <summary>Deletes a message; if it is already gone, the outcome is <see cref="SendOutcome.Sent"/>. Repeatable.</summary>
    Task<SendOutcome> DeleteAsync(ChannelAddress channel, string? threadId, string messageId, CancellationToken cancellationToken);
}

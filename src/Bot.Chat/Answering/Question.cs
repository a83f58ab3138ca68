using Bot.Chat.Commands;

namespace Bot.Chat.Answering;

/// <summary>A call as a platform received it, with what must be checked before answering.</summary>
/// <param name="Call">The call. Its user and origin have been verified.</param>
/// <param name="Request">
/// The platform's request id; ensures that a request that changes something acts only once
/// (<see cref="Installations.IInbox"/>).
/// </param>
public sealed record Question(CommandCall Call, string Request)
{
    /// <summary>
    /// Asks the platform whether the caller may administer the workspace, if the call does not say. Used only for
    /// commands that need it.
    /// </summary>
    public Func<CancellationToken, ValueTask<bool>>? IsAdmin { get; init; }

    /// <summary>Acts once even if its command only reads, because the answer is posted for everyone.</summary>
    public bool ActsOnce { get; init; }

    /// <summary>
    /// Whether the answer is rendered as the platform's private reply and may therefore come from and go to
    /// <see cref="RenderedAnswers"/>.
    /// </summary>
    public bool MayBeKept { get; init; } = true;
}

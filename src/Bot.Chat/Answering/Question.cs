using Bot.Chat.Commands;

namespace Bot.Chat.Answering;

/// <summary>A call as a platform received it, with what has to be settled before it may be answered.</summary>
/// <param name="Call">What is asked. Who asks and from where has been verified.</param>
/// <param name="Request">The platform's id of the request, by which one that changes something acts once (<see cref="Installations.IInbox"/>).</param>
public sealed record Question(CommandCall Call, string Request)
{
    /// <summary>Asks the platform whether the caller may administer the workspace, where the call does not say; asked only for commands that need it.</summary>
    public Func<CancellationToken, ValueTask<bool>>? IsAdmin { get; init; }

    /// <summary>It acts once even if its command only reads, because the answer is posted for everybody.</summary>
    public bool ActsOnce { get; init; }

    /// <summary>The answer is rendered in the platform's form of a private reply, so that it may come from and go to <see cref="RenderedAnswers"/>.</summary>
    public bool MayBeKept { get; init; } = true;
}

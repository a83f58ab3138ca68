using Bot.Chat.Commands;

namespace Bot.Chat.Answering;

/// <summary>Remembers when each person last got an answer, in any process.</summary>
public interface IAskers
{
    /// <summary>When the caller last asked something that was answered; null: never, or the call names nobody.</summary>
    ValueTask<DateTimeOffset?> LastAnsweredAsync(CommandCall call, CancellationToken cancellationToken);

    /// <summary>Notes an answer. Costs no query: it is written soon after, and an earlier time changes nothing.</summary>
    /// <param name="asked">When the question came: what arrives while it is being answered is not yet told.</param>
    void Answered(CommandCall call, DateTimeOffset asked);
}

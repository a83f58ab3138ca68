using Bot.Chat.Commands;
using Markdig.Syntax;

namespace Bot.Chat.Answering;

/// <summary>What has to be said beside every answer from the archive, whatever was asked.</summary>
public interface IAnswerNote
{
    /// <returns>Null: nothing.</returns>
    ValueTask<Block?> OfAsync(CommandCall call, CancellationToken cancellationToken);
}

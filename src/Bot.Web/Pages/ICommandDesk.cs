using Bot.Chat.Commands;

namespace Bot.Web.Pages;

/// <summary>The joined catalogue, as the page needs it.</summary>
public interface ICommandDesk
{
    IReadOnlyList<Command> Catalogue { get; }

    Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken);
}

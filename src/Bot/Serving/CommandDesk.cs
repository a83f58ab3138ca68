using Bot.Chat.Commands;
using Bot.Web.Pages;

namespace Bot.Serving;

/// <summary>The joined catalogue as the web pages ask it.</summary>
internal sealed class CommandDesk(CommandDispatcher dispatcher) : ICommandDesk
{
    public IReadOnlyList<Command> Catalogue => dispatcher.Catalogue.All;

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken) => dispatcher.DispatchAsync(call, cancellationToken);
}

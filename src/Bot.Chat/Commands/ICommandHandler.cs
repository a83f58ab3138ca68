namespace Bot.Chat.Commands;

/// <summary>Answers one command. An unusable argument is a friendly reply, not an exception.</summary>
public interface ICommandHandler
{
    Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken);
}

namespace Bot.Chat.Commands;

/// <summary>What can be asked about without naming a command, such as a company.</summary>
public interface ISubjects
{
    /// <summary>The question about a subject, its text the subject as the archive spells it; null if the words name none.</summary>
    /// <param name="call">Who asks, from where.</param>
    /// <param name="words">What may be a subject's name.</param>
    ValueTask<CommandCall?> QuestionAboutAsync(CommandCall call, string words, CancellationToken cancellationToken);
}

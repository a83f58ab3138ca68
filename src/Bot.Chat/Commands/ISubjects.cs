namespace Bot.Chat.Commands;

/// <summary>Subjects that can be asked about without naming a command, such as companies.</summary>
public interface ISubjects
{
    /// <summary>
    /// The question about a subject, with the subject spelled as in the archive as its text; null if the words name none.
    /// </summary>
    /// <param name="call">Who is asking, and where.</param>
    /// <param name="words">A possible subject name.</param>
    ValueTask<CommandCall?> QuestionAboutAsync(CommandCall call, string words, CancellationToken cancellationToken);
}

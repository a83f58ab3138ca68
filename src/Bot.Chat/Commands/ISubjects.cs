namespace Bot.Chat.Commands;

/// <summary>What can be asked without naming a command: about subjects, such as companies, and in questions.</summary>
public interface ISubjects
{
    /// <summary>
    /// The call that answers, with the subject spelled as in the archive as its text; null if the words name none and are no question that
    /// can be read whole.
    /// </summary>
    /// <param name="call">Who is asking, and where.</param>
    /// <param name="words">A possible subject name or question.</param>
    ValueTask<CommandCall?> QuestionAboutAsync(CommandCall call, string words, CancellationToken cancellationToken);

    /// <summary>Whether questions are made of the word, so that it is hardly a mistyped command.</summary>
    bool Knows(string word);

    /// <summary>The call that says what of the line could not be read, and offers what can be asked instead.</summary>
    CommandCall Unread(CommandCall call);
}

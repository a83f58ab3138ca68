namespace Bot.Chat.Answering;

/// <summary>Lets one question read the archive as it is when the question comes, and remember what earlier questions read.</summary>
public interface IReadModel
{
    /// <summary>
    /// Runs what answers a question. What it reads comes from memory as long as the archive has not changed, in any process, since it was
    /// read; whatever was stored before the call is told.
    /// </summary>
    Task<T> AnswerAsync<T>(Func<Task<T>> answer, CancellationToken cancellationToken);
}

namespace Bot.Chat.Platforms;

/// <summary>One holding of a token's connection.</summary>
public interface IConnectionHold
{
    /// <summary>
    /// Whether what came over the connection is still this process's to answer: false once another process has taken over, as while this
    /// one was suspended. Takes 1.5 s at most.
    /// </summary>
    ValueTask<bool> MayAnswerAsync();
}

namespace Bot.Chat.Diagnosis;

public enum Verdict
{
    Ok,
    /// <summary>It works, and somebody should look at it.</summary>
    Warning,
    Failed,
}

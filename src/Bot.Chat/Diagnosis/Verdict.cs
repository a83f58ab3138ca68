namespace Bot.Chat.Diagnosis;

public enum Verdict
{
    Ok,

    /// <summary>It works, but someone should look at it.</summary>
    Warning,
    Failed,
}

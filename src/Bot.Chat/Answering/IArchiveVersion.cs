namespace Bot.Chat.Answering;

/// <summary>A number that changes whenever possible answers change, in any process.</summary>
public interface IArchiveVersion
{
    /// <summary>At most a second stale. Cheap: does not query the database.</summary>
    long Current { get; }
}

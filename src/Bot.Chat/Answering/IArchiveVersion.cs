namespace Bot.Chat.Answering;

/// <summary>A number that changes whenever what can be answered has changed, in whatever process.</summary>
public interface IArchiveVersion
{
    /// <summary>Stale by at most a second. Cheap: asks no database by itself.</summary>
    long Current { get; }
}

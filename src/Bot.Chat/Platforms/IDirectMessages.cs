namespace Bot.Chat.Platforms;

/// <summary>Opens the channel in which the bot writes to one person.</summary>
public interface IDirectMessages
{
    PlatformId Platform { get; }

    /// <summary>Repeatable: the same person always has the same channel. Never throws for what the platform answers.</summary>
    Task<DirectChannel> OpenAsync(string workspace, string user, CancellationToken cancellationToken);
}

/// <param name="Id">Null if it was not opened.</param>
/// <param name="Problem">What to do about it; null if the platform just did not answer.</param>
public sealed record DirectChannel(string? Id, LocalizedText? Problem = null);

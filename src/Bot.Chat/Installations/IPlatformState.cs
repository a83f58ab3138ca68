using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>
/// Small values that a platform must remember across restarts: a gateway session, the identify budget, which commands are
/// registered.
/// </summary>
public interface IPlatformState
{
    /// <summary>Null if never set.</summary>
    /// <param name="key">At most 100 characters.</param>
    Task<string?> ReadAsync(PlatformId platform, string key, CancellationToken cancellationToken);

    /// <param name="value">At most 16 KiB, not secret; null removes it.</param>
    Task WriteAsync(PlatformId platform, string key, string? value, CancellationToken cancellationToken);
}

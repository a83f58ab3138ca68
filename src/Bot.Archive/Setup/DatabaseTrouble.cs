using Bot.Chat;

namespace Bot.Archive.Setup;

/// <summary>
/// Problems with the database that an operator can do something about. A closed list, also used by readiness and alerts.
/// </summary>
public enum DatabaseTrouble
{
    /// <summary>Another process is writing: the next attempt may succeed.</summary>
    Busy,

    /// <summary>No space left.</summary>
    Full,
    ReadOnly,

    /// <summary>The disk itself is failing.</summary>
    Unreadable,
    CannotOpen,
    Damaged,

    /// <summary>The file is missing or not the one from the start.</summary>
    Lost,

    /// <summary>The server does not answer, or accepts no more connections.</summary>
    Unreachable,
}

/// <summary>Describes a <see cref="DatabaseTrouble"/> and what to do about it.</summary>
public static class DatabaseTroubleText
{
    public static LocalizedText Text(this DatabaseTrouble trouble) => ArchiveTexts.Both($"Trouble.{trouble}");
}

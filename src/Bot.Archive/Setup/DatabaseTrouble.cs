using Bot.Chat;

namespace Bot.Archive.Setup;

/// <summary>Why the database does not do what it is asked, as far as an operator can do something about it. Closed: it is also what readiness and alerts say.</summary>
public enum DatabaseTrouble
{
    /// <summary>Somebody else is writing: it may go at the next try.</summary>
    Busy,
    /// <summary>No space left.</summary>
    Full,
    ReadOnly,
    /// <summary>The disk itself fails.</summary>
    Unreadable,
    CannotOpen,
    Damaged,
    /// <summary>The file is another one than at the start, or none.</summary>
    Lost,
    /// <summary>The server does not answer, or takes no more connections.</summary>
    Unreachable,
}

/// <summary>What a <see cref="DatabaseTrouble"/> is called, and what to do about it.</summary>
public static class DatabaseTroubleText
{
    public static LocalizedText Text(this DatabaseTrouble trouble) => ArchiveTexts.Both($"Trouble.{trouble}");
}

using Bot.Chat;

namespace Bot.Archive.Setup;

/// <summary>Why the archive cannot be used at all.</summary>
public enum ArchiveFault
{
    NoConnectionString,

    /// <summary>Another <c>serve</c> is using the file.</summary>
    AlreadyServed,

    /// <summary>Another process is migrating and does not finish.</summary>
    MigrationBusy,

    /// <summary>A newer version of the bot has migrated the database.</summary>
    NewerSchema,

    /// <summary>Processes of an older version, which cannot go on after this one's migration, still work on the database.</summary>
    OlderProcesses,

    /// <summary>The file is damaged or not a SQLite database.</summary>
    Corrupt,

    /// <summary>The file or its folder cannot be opened or written.</summary>
    NotAccessible,

    /// <summary>The lock file shows that there was a database, but it is missing.</summary>
    Lost,

    /// <summary>The file was deleted or replaced while in use.</summary>
    Replaced,

    /// <summary>The configured master key or certificate does not open the keys of the tokens.</summary>
    KeysLocked,
}

/// <summary>The archive cannot be used; the message tells the operator, in both languages, what to do next.</summary>
public sealed class ArchiveException : Exception
{
    private ArchiveException(ArchiveFault fault, LocalizedText text, Exception? cause = null)
        : base($"{text.English} / {text.Japanese}", cause)
    {
        Fault = fault;
        Text = text;
    }

    public ArchiveFault Fault { get; }

    public LocalizedText Text { get; }

    internal static ArchiveException NoConnectionString() => new(ArchiveFault.NoConnectionString, ArchiveTexts.Both("NoConnectionString"));

    internal static ArchiveException AlreadyServed(string file, string lockFile) =>
        new(ArchiveFault.AlreadyServed, ArchiveTexts.Both("AlreadyServed", file, lockFile));

    internal static ArchiveException MigrationBusy(string database) =>
        new(ArchiveFault.MigrationBusy, ArchiveTexts.Both("MigrationBusy", database));

    internal static ArchiveException NewerSchema(string database, string migration) =>
        new(ArchiveFault.NewerSchema, ArchiveTexts.Both("NewerSchema", database, migration));

    /// <param name="older">Names the processes.</param>
    public static ArchiveException OlderProcesses(string database, IReadOnlyCollection<string> older)
    {
        ArgumentNullException.ThrowIfNull(older);
        return new(ArchiveFault.OlderProcesses, ArchiveTexts.Both("OlderProcesses", database, string.Join(", ", older)));
    }

    internal static ArchiveException Corrupt(string database, Exception cause) =>
        new(ArchiveFault.Corrupt, ArchiveTexts.Both("Corrupt", database, cause.Message), cause);

    internal static ArchiveException NotAccessible(string database, Exception cause) =>
        new(ArchiveFault.NotAccessible, ArchiveTexts.Both("NotAccessible", database, cause.Message), cause);

    internal static ArchiveException Lost(string file, string lockFile) =>
        new(ArchiveFault.Lost, ArchiveTexts.Both("Lost", file, lockFile));

    internal static ArchiveException KeysLocked(int keys, int locked) =>
        new(ArchiveFault.KeysLocked, ArchiveTexts.Both("KeysLocked", keys, locked));

    internal static ArchiveException Replaced(string file) => new(ArchiveFault.Replaced, ArchiveTexts.Both("Replaced", file));
}

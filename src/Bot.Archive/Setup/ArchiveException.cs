using Bot.Chat;

namespace Bot.Archive.Setup;

/// <summary>Why the archive cannot be used at all.</summary>
public enum ArchiveFault
{
    NoConnectionString,
    /// <summary>Another <c>serve</c> holds the file.</summary>
    AlreadyServed,
    /// <summary>Somebody else is migrating and does not finish.</summary>
    MigrationBusy,
    /// <summary>A newer version of the bot has migrated the database.</summary>
    NewerSchema,
    /// <summary>The file is not a SQLite database, or a damaged one.</summary>
    Corrupt,
    /// <summary>The file or its folder cannot be opened or written.</summary>
    NotAccessible,
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

    internal static ArchiveException NoConnectionString() => new(ArchiveFault.NoConnectionString, new(
        "Database:Provider が PostgreSql のときは Database:ConnectionString が必要です。",
        "Database:Provider is PostgreSql, so Database:ConnectionString is needed."));

    internal static ArchiveException AlreadyServed(string file, string lockFile) => new(ArchiveFault.AlreadyServed, new(
        $"{file} は別の serve が使用中です（ロック: {lockFile}）。先に止めるか、Database:ConnectionString で別のファイルを指定してください。",
        $"Another serve is using {file} (lock: {lockFile}). Stop it first, or name another file in Database:ConnectionString."));

    internal static ArchiveException MigrationBusy(string database) => new(ArchiveFault.MigrationBusy, new(
        $"{database} は別のプロセスが移行中のままです。終わるのを待ってから、もう一度起動してください。",
        $"Another process is still migrating {database}. Wait for it to end and start again."));

    internal static ArchiveException NewerSchema(string database, string migration) => new(ArchiveFault.NewerSchema, new(
        $"{database} はこのボットより新しい版で移行済みです（{migration}）。新しい版を使うか、移行前のバックアップに戻してください。",
        $"{database} was migrated by a newer version of the bot ({migration}). Run that version, or restore a backup from before."));

    internal static ArchiveException Corrupt(string database, Exception cause) => new(ArchiveFault.Corrupt, new(
        $"{database} は SQLite データベースとして読めません（{cause.Message}）。何も変更していません。バックアップに戻すか、ファイルを別の場所へ移してから起動してください。",
        $"{database} cannot be read as a SQLite database ({cause.Message}). Nothing was changed. Restore a backup, or move the file away and start again."), cause);

    internal static ArchiveException NotAccessible(string database, Exception cause) => new(ArchiveFault.NotAccessible, new(
        $"{database} を開けないか、書き込めません（{cause.Message}）。フォルダーと権限、空き容量を確認してください。",
        $"{database} cannot be opened or written ({cause.Message}). Check the folder, its permissions and the free space."), cause);
}

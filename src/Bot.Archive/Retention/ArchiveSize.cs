namespace Bot.Archive.Retention;

/// <summary>How large the database is, in bytes.</summary>
/// <param name="Free">Of these, what SQLite's file holds empty and fills again; 0 on PostgreSQL, which looks after that itself.</param>
public readonly record struct ArchiveSize(long Bytes, long Free);

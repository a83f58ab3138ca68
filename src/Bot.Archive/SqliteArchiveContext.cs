using Microsoft.EntityFrameworkCore;

namespace Bot.Archive;

/// <summary>The archive in a SQLite file: one <c>serve</c> per file.</summary>
public sealed class SqliteArchiveContext(DbContextOptions<SqliteArchiveContext> options) : ArchiveContext(options);

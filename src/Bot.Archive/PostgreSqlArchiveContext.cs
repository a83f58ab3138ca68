using Microsoft.EntityFrameworkCore;

namespace Bot.Archive;

/// <summary>The archive in PostgreSQL: several processes may share it.</summary>
public sealed class PostgreSqlArchiveContext(DbContextOptions<PostgreSqlArchiveContext> options) : ArchiveContext(options);

using System.CommandLine;
using Bot.Archive.Setup;
using Bot.Configuration;
using Microsoft.Data.Sqlite;

namespace Bot.Verbs;

/// <summary><c>backup FILE</c>: a consistent copy of the SQLite database, even while the service writes to it.</summary>
internal static class BackupVerb
{
    public static Command Create(CommandLineContext commandLine)
    {
        var file = new Argument<string>("FILE") { Description = commandLine.Say(HostTexts.Both("Backup.File")) };
        var verb = new Command("backup", commandLine.Say(HostTexts.Both("Backup.Summary"))) { file };
        verb.SetAction((parsed, cancellationToken) => RunAsync(commandLine, parsed.GetRequiredValue(file), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CommandLineContext commandLine, string file, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var database = Composition.DatabaseOf(configured.Options, commandLine);
        if (database.SqliteFile() is not { } source)
        {
            commandLine.Complain(HostTexts.Both("Backup.NotSqlite"));
            return ExitCode.Failed;
        }

        var target = commandLine.PathOf(file);
        if (!File.Exists(source) || Path.Exists(target))
        {
            ArchiveLock.RefuseIfLost(database);
            commandLine.Complain(File.Exists(source) ? HostTexts.Both("Backup.Exists", target) : HostTexts.Both("Backup.Nothing", source));
            return ExitCode.Failed;
        }

        await CopyAsync(source, target, cancellationToken);
        await commandLine.Output.WriteLineAsync(target);
        return ExitCode.Done;
    }

    /// <summary>Copies under another name first, so that a file with the requested name is always complete.</summary>
    private static async Task CopyAsync(string source, string target, CancellationToken cancellationToken)
    {
        var unfinished = target + ".unfinished";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // It contains tokens.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (new FileStream(unfinished, options)) { }

        await using (var from = new SqliteConnection(Of(source, SqliteOpenMode.ReadOnly)))
        await using (var to = new SqliteConnection(Of(unfinished, SqliteOpenMode.ReadWrite)))
        {
            await from.OpenAsync(cancellationToken);
            await to.OpenAsync(cancellationToken);
            from.BackupDatabase(to);
            // A single file, without a separate journal that somebody could forget to copy.
            await ExecuteAsync(to, "PRAGMA journal_mode=DELETE", cancellationToken);
            if (await ExecuteAsync(to, "PRAGMA quick_check", cancellationToken) is not "ok" and var damage)
            {
                throw new IOException($"{source}: {damage}");
            }
        }

        await using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        File.Move(unfinished, target, overwrite: false);
    }

    private static string Of(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        }.ConnectionString;

    private static async Task<string?> ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }
}

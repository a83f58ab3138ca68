using Bot.Archive;
using Bot.Archive.Setup;
using Bot.Chat.Diagnosis;
using Microsoft.EntityFrameworkCore;

namespace Bot.Diagnosis;

/// <summary>Checks the database without changing it.</summary>
public sealed class DatabaseCheck(IDbContextFactory<ArchiveContext> contexts, ArchiveOptions options)
{
    private const string Subject = "database";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (options.SqliteFile() is { } file && !File.Exists(file))
        {
            return [NotThere(file)];
        }

        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            var findings = new List<Finding>
            {
                pending == 0
                    ? new(Verdict.Ok, Subject, new($"{options.Provider} に届き、移行済みです", $"{options.Provider} is reachable and migrated"))
                    : new(Verdict.Warning, Subject, new(
                        $"{options.Provider} に届きますが、移行が {pending} 件残っています。serve が起動時に行います",
                        $"{options.Provider} is reachable; {pending} migration(s) are pending: serve does them at start")),
            };
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                findings.Add(await JournalAsync(context, cancellationToken));
            }

            return findings;
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            // The driver's message may contain host and file, never the password.
            var reason = exception.GetBaseException().Message;
            return [new(Verdict.Failed, Subject, new(
                $"{options.Provider} に届きません: {reason}（Database:ConnectionString を確かめてください）",
                $"{options.Provider} cannot be reached: {reason} (check Database:ConnectionString)"))];
        }
    }

    private static async Task<Finding> JournalAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        var mode = (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
        return string.Equals(mode, "wal", StringComparison.OrdinalIgnoreCase)
            ? new(Verdict.Ok, Subject, new("WAL で動いています", "it runs in WAL mode"))
            : new(Verdict.Warning, Subject, new(
                $"ジャーナルが {mode} です。WAL にできない場所（ネットワーク上など）かもしれません。ローカルのディスクに置いてください",
                $"the journal is {mode}: the place may not allow WAL (a network share?); keep the file on a local disk"));
    }

    private Finding NotThere(string file)
    {
        try
        {
            ArchiveLock.RefuseIfLost(options);
        }
        catch (ArchiveException lost)
        {
            return new(Verdict.Failed, Subject, lost.Text);
        }

        var folder = Path.GetDirectoryName(file)!;
        return FolderProbe.Trouble(folder) is { } trouble
            ? new(Verdict.Failed, Subject, new($"{folder} に書き込めません: {trouble}", $"{folder} cannot be written: {trouble}"))
            : new(Verdict.Ok, Subject, new($"{file} はまだありません。serve が作ります", $"{file} is not there yet: serve creates it"));
    }
}

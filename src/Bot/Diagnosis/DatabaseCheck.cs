using Bot.Archive;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Diagnosis;
using Bot.Delivery;
using Bot.Delivery.Ledger;
using Bot.Delivery.Sending;
using Microsoft.EntityFrameworkCore;

namespace Bot.Diagnosis;

/// <summary>Checks the database without changing it.</summary>
public sealed class DatabaseCheck(
    IDbContextFactory<ArchiveContext> contexts,
    ArchiveMigrator migrator,
    LeaseStore leases,
    UpgradeGate gate,
    ArchiveOptions options,
    DeliveryOptions delivery
)
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
                    ? new(Verdict.Ok, Subject, HostTexts.Both("DatabaseCheck.IsReachableAndMigrated", options.Provider))
                    : new(Verdict.Warning, Subject, HostTexts.Both("DatabaseCheck.IsReachable", options.Provider, pending)),
            };
            // Refuses a schema of a newer version, as serve does.
            await migrator.IsCurrentAsync(cancellationToken);
            if (
                options.Provider == DatabaseProvider.PostgreSql
                && (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Any()
                && await ProcessesAsync(cancellationToken) is > 0 and var processes
            )
            {
                findings.Add(
                    pending == 0 ? new(Verdict.Ok, Subject, HostTexts.Both("DatabaseCheck.ProcessesRun", processes))
                    : await gate.OlderAsync(cancellationToken) is { Count: > 0 } older
                        ? new(
                            Verdict.Warning,
                            Subject,
                            HostTexts.Both(
                                "DatabaseCheck.OlderProcessesRun",
                                older.Count,
                                string.Join(", ", older),
                                gate.Patience.TotalMinutes
                            )
                        )
                    : new(Verdict.Ok, Subject, HostTexts.Both("DatabaseCheck.ProcessesRunBeside", processes))
                );
            }

            if (options.Provider == DatabaseProvider.Sqlite)
            {
                findings.Add(await JournalAsync(context, cancellationToken));
            }

            return findings;
        }
        catch (ArchiveException newer)
        {
            return [new(Verdict.Failed, Subject, newer.Text)];
        }
        catch (Exception exception)
            when (exception
                    is System.Data.Common.DbException
                        or InvalidOperationException
                        or IOException
                        or System.Net.Sockets.SocketException
            )
        {
            return DatabaseErrors.IsMissingDatabase(exception)
                ? [new(Verdict.Ok, Subject, HostTexts.Both("DatabaseCheck.IsNotThereYet", await NameAsync(cancellationToken)))]
                : [new(Verdict.Failed, Subject, Unreachable(options.Provider, exception))];
        }
    }

    /// <summary>
    /// Why the database does not answer, and what to check. The driver's message may contain host and file, never the password.
    /// </summary>
    public static LocalizedText Unreachable(DatabaseProvider provider, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return HostTexts.Both("DatabaseCheck.CannotBeReached", provider, failure.GetBaseException().Message);
    }

    /// <summary>How many processes serve on the database now.</summary>
    private async Task<int> ProcessesAsync(CancellationToken cancellationToken) =>
        (await leases.HeldByOthersAsync("", delivery.LeaseLength, cancellationToken)).Count(token =>
            token.StartsWith(SenderProcess.Prefix, StringComparison.Ordinal)
        );

    private async Task<string> NameAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return context.Database.GetDbConnection().Database;
    }

    private static async Task<Finding> JournalAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        var mode = (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
        return string.Equals(mode, "wal", StringComparison.OrdinalIgnoreCase)
            ? new(Verdict.Ok, Subject, HostTexts.Both("DatabaseCheck.RunsInWALMode"))
            : new(Verdict.Warning, Subject, HostTexts.Both("DatabaseCheck.JournalIs", mode));
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
            ? new(Verdict.Failed, Subject, HostTexts.Both("Folder.CannotBeWritten", folder, trouble))
            : new(Verdict.Ok, Subject, HostTexts.Both("DatabaseCheck.IsNotThereYet", file));
    }
}

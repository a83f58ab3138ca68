using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Archive.Installations;

/// <summary>
/// Installations with their tokens, protected in the database and cached in memory. A read checks the change counter at
/// most once a second, and reads the rows only if it has increased.
/// </summary>
public sealed partial class InstallationStore(
    IDbContextFactory<ArchiveContext> contexts,
    ArchiveTransactions transactions,
    TokenProtector protector,
    TimeProvider time,
    ILogger<InstallationStore> logger
) : IInstallations, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private Snapshot? _snapshot;
    private int _writes;

    public async ValueTask<Installation?> FindAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        var known = (await SnapshotAsync(cancellationToken)).Installations;
        return known.GetValueOrDefault((platform.Value, workspace))
            ?? known.GetValueOrDefault((platform.Value, Installation.EveryWorkspace));
    }

    public async ValueTask<IReadOnlyList<Installation>> ListAsync(PlatformId platform, CancellationToken cancellationToken) =>
        [
            .. (await SnapshotAsync(cancellationToken))
                .Installations.Values.Where(installation => installation.Platform == platform)
                .OrderBy(installation => installation.Workspace, StringComparer.Ordinal),
        ];

    public async Task SaveAsync(Installation installation, string tokenName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(installation);
        if (installation.Token.IsEmpty)
        {
            throw new ArgumentException("The token is empty.", nameof(installation));
        }

        // Before the transaction: the first use writes a key, and SQLite allows only one writer.
        var protectedToken = protector.Protect(installation.Platform.Value, installation.Workspace, installation.Token);
        await transactions.RunAsync(
            (context, token) => SaveAsync(context, installation, protectedToken, tokenName, token),
            cancellationToken
        );
        Forget();
    }

    public async Task RemoveAsync(PlatformId platform, string workspace, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(
            async (context, token) =>
            {
                var removed = await context
                    .Installations.Where(row => row.Platform == platform.Value && row.Workspace == workspace)
                    .ExecuteDeleteAsync(token);
                return removed == 0 ? 0 : await ChangeCounts.RaiseAsync(context, ChangeCount.Installations, token);
            },
            cancellationToken
        );
        Forget();
    }

    public void Dispose() => _reading.Dispose();

    private async Task<bool> SaveAsync(
        ArchiveContext context,
        Installation installation,
        string protectedToken,
        string tokenName,
        CancellationToken cancellationToken
    )
    {
        var (platform, workspace, now) = (installation.Platform.Value, installation.Workspace, time.GetUtcNow());
        var row = await context.Installations.SingleOrDefaultAsync(
            row => row.Platform == platform && row.Workspace == workspace,
            cancellationToken
        );
        var isSame =
            row is not null
            && protector.Unprotect(platform, workspace, row.ProtectedToken) is { } before
            && before.Equals(installation.Token);
        if (row is not null && isSame && !Differs(row, installation))
        {
            return false;
        }

        if (row is null)
        {
            row = new StoredInstallation
            {
                Platform = platform,
                Workspace = workspace,
                ProtectedToken = "",
                InstalledAt = now,
            };
            context.Add(row);
        }

        if (!isSame)
        {
            row.ProtectedToken = protectedToken;
            // A new token is a new installation: late events about the previous one do not concern it.
            row.InstalledAt = now;
            var scope = PauseScopes.Token(tokenName);
            // An admin's own pause of the token stays; only the pause for its refusal ends.
            await context
                .Pauses.Where(pause => pause.Scope == scope && pause.Reason == Reasons.TokenRefused)
                .ExecuteDeleteAsync(cancellationToken);
            await AlertLedger.ResolveAsync(context, scope, Reasons.TokenRefused, now, cancellationToken);
        }

        Write(row, installation, now);
        await context.SaveChangesAsync(cancellationToken);
        await ChangeCounts.RaiseAsync(context, ChangeCount.Installations, cancellationToken);
        return true;
    }

    private static bool Differs(StoredInstallation row, Installation installation) =>
        row.Name != installation.Name
        || row.BotUser != installation.BotUser
        || row.Bot != installation.Bot
        || row.Application != installation.Application
        || !row.Scopes.SequenceEqual(installation.Scopes);

    private static void Write(StoredInstallation row, Installation installation, DateTimeOffset now)
    {
        row.Name = installation.Name;
        row.BotUser = installation.BotUser;
        row.Bot = installation.Bot;
        row.Application = installation.Application;
        row.Scopes = [.. installation.Scopes];
        row.ChangedAt = now;
    }

    /// <summary>Makes this process read its own writes immediately.</summary>
    private void Forget()
    {
        // First: whoever is reading sees that before its snapshot is kept, or the snapshot is taken away.
        Interlocked.Increment(ref _writes);
        Volatile.Write(ref _snapshot, null);
    }

    private async ValueTask<Snapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _snapshot) is { } known && time.GetElapsedTime(known.At) < Fresh)
        {
            return known;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            known = Volatile.Read(ref _snapshot);
            if (known is not null && time.GetElapsedTime(known.At) < Fresh)
            {
                return known;
            }

            while (true)
            {
                var writes = Volatile.Read(ref _writes);
                known = await ReadAsync(known, cancellationToken);
                Volatile.Write(ref _snapshot, known);
                // Unless this process has written in the meantime: then it may be of the time before.
                if (writes == Volatile.Read(ref _writes))
                {
                    return known;
                }
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(Snapshot? known, CancellationToken cancellationToken)
    {
        var at = time.GetTimestamp();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var number = await ChangeCounts.ReadAsync(context, ChangeCount.Installations, cancellationToken);
        if (known?.Number == number)
        {
            return known with { At = at };
        }

        var installations = new Dictionary<(string, string), Installation>();
        foreach (var row in await context.Installations.AsNoTracking().ToListAsync(cancellationToken))
        {
            if (protector.Unprotect(row.Platform, row.Workspace, row.ProtectedToken) is not { } token)
            {
                Log.Unreadable(logger, row.Platform, row.Workspace);
                continue;
            }

            installations[(row.Platform, row.Workspace)] = new Installation(new PlatformId(row.Platform), row.Workspace, token)
            {
                Name = row.Name,
                BotUser = row.BotUser,
                Bot = row.Bot,
                Application = row.Application,
                Scopes = row.Scopes,
                InstalledAt = row.InstalledAt,
            };
        }

        return new Snapshot(number, at, installations);
    }

    /// <param name="Number">Change counter when it was read.</param>
    /// <param name="At">Timestamp before it was read.</param>
    private sealed record Snapshot(
        long Number,
        long At,
        IReadOnlyDictionary<(string Platform, string Workspace), Installation> Installations
    );

    private static partial class Log
    {
        [LoggerMessage(
            1501,
            LogLevel.Error,
            "The token of {Platform}:{Workspace} cannot be decrypted: the master key or certificate that wrapped it is not configured. Configure it, or set the token again."
        )]
        public static partial void Unreadable(ILogger logger, string platform, string workspace);
    }
}

using Bot.Chat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Setup;

/// <summary>
/// Runs a unit of work in one transaction and, where the database says that trying again may help, again as a whole
/// with a new context. Only for work that is harmless to repeat: nothing in it may leave the database.
/// </summary>
public sealed class ArchiveTransactions(IDbContextFactory<ArchiveContext> contexts, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>What failed after so long has waited for the other writer by itself already: the caller must hear of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Backoff Waits = Backoff.Doubling(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(400));

    /// <summary>
    /// <paramref name="work"/> saves its own changes; commit follows it. A unique violation counts as transient: the
    /// next attempt sees the row of whoever was faster. Throws the last attempt's error after five attempts, or when they have taken 20 s.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<ArchiveContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                // SQLite: BEGIN IMMEDIATE, so that what is read cannot change before it is written.
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                var result = await work(context, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (
                attempt < Attempts && time.GetElapsedTime(since) < Patience && (DatabaseErrors.IsTransient(exception) || DatabaseErrors.IsUniqueViolation(exception)))
            {
                await Task.Delay(Waits.After(attempt), time, cancellationToken);
            }
        }
    }
}

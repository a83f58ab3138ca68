using Bot.Chat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Setup;

/// <summary>
/// Runs a unit of work in one transaction and, if the database's error is transient, repeats it as a whole with a new
/// context. Only for work that is safe to repeat: it must have no effects outside the database.
/// </summary>
public sealed class ArchiveTransactions(IDbContextFactory<ArchiveContext> contexts, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>A failure after this long has already waited for the other writer: report it to the caller.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Backoff Waits = Backoff.Doubling(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(400));

    /// <summary>
    /// <paramref name="work"/> saves its own changes; they are committed afterwards. A unique violation counts as
    /// transient: the next attempt sees the competing row. Throws the last error after five attempts or 20 s.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<ArchiveContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                // SQLite: BEGIN IMMEDIATE, so that nothing read can change before the write.
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                var result = await work(context, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception)
                when (attempt < Attempts
                    && time.GetElapsedTime(since) < Patience
                    && (DatabaseErrors.IsTransient(exception) || DatabaseErrors.IsUniqueViolation(exception))
                )
            {
                await Task.Delay(Waits.After(attempt), time, cancellationToken);
            }
        }
    }
}

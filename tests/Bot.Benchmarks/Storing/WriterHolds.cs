using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Benchmarks.Storing;

/// <summary>How long transactions keep others from writing: on SQLite everyone, on PostgreSQL whoever needs the same rows.</summary>
internal sealed class WriterHolds : DbTransactionInterceptor
{
    private readonly List<TimeSpan> _holds = [];
    private long _started;

    /// <summary>Longest first.</summary>
    public IReadOnlyList<TimeSpan> Longest => [.. _holds.OrderDescending()];

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        _started = Stopwatch.GetTimestamp();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        _holds.Add(Stopwatch.GetElapsedTime(_started));
        return Task.CompletedTask;
    }
}

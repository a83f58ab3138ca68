using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>Lets one commit succeed and then fail, as if the connection had been lost before its acknowledgement.</summary>
public sealed class LostAcknowledgement : DbTransactionInterceptor
{
    private int _armed;

    public int Happened { get; private set; }

    public void Arm() => _armed = 1;

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (Interlocked.Exchange(ref _armed, 0) == 0)
        {
            return Task.CompletedTask;
        }

        Happened++;
        throw new NpgsqlException("connection lost at commit", new IOException("reset"));
    }
}

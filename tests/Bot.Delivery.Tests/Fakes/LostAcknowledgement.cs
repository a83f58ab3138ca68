using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>Commits, and then fails as if the connection had been lost before the acknowledgement: every second of the next commits.</summary>
public sealed class LostAcknowledgement : DbTransactionInterceptor
{
    private int next;

    public int Next
    {
        set => next = value;
    }

    public int Happened { get; private set; }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref next) is >= 0 and var left && left % 2 == 0)
        {
            await transaction.CommitAsync(CancellationToken.None);
            Happened++;
            throw new IOException("connection lost at commit");
        }

        return result;
    }
}

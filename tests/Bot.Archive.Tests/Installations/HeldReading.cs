using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Archive.Tests.Installations;

/// <summary>Holds the first reading of a table between what the database answers and what is made of it.</summary>
internal sealed class HeldReading(string table) : DbCommandInterceptor
{
    private readonly TaskCompletionSource _hasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _seen;

    public Task HasRead => _hasRead.Task;

    public void Release() => _released.SetResult();

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        // Each provider quotes names in its own way.
        var text = command.CommandText.Replace("\"", "", StringComparison.Ordinal);
        if (text.Contains($"FROM {table} ", StringComparison.Ordinal) && Interlocked.Exchange(ref _seen, 1) == 0)
        {
            _hasRead.SetResult();
            await _released.Task.WaitAsync(cancellationToken);
        }

        return result;
    }
}

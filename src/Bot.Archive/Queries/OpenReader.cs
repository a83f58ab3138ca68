using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Tiny reads that every question needs. On SQLite they go over a connection that stays open, one after another: to open one, with all the
/// functions that it gets, takes longer than they do. PostgreSQL's driver keeps its connections open itself. Thread-safe.
/// </summary>
internal sealed class OpenReader(IDbContextFactory<ArchiveContext> contexts) : IDisposable
{
    private readonly Lock _reading = new();
    private ArchiveContext? _open;
    private bool _isElsewhere;
    private bool _isDisposed;

    /// <summary>False, with nothing read: the database is not SQLite, or the reader is disposed.</summary>
    public bool TryRead<T>(Func<ArchiveContext, T> read, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (Volatile.Read(ref _isElsewhere))
        {
            return false;
        }

        lock (_reading)
        {
            if (_isDisposed || !Open())
            {
                return false;
            }

            try
            {
                value = read(_open!);
                return true;
            }
            catch
            {
                // The next one opens another.
                Close();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_reading)
        {
            _isDisposed = true;
            Close();
        }
    }

    private bool Open()
    {
        if (_open is not null)
        {
            return true;
        }

        ArchiveContext? context = contexts.CreateDbContext();
        try
        {
            if (!context.Database.IsSqlite())
            {
                Volatile.Write(ref _isElsewhere, true);
                return false;
            }

            context.Database.OpenConnection();
            (_open, context) = (context, null);
            return true;
        }
        finally
        {
            context?.Dispose();
        }
    }

    private void Close()
    {
        _open?.Dispose();
        _open = null;
    }
}

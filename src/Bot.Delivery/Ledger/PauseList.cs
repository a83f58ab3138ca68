using Bot.Archive;
using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>Current pauses and their reasons.</summary>
public sealed class PauseList(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Pause>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Pauses.AsNoTracking()
            .OrderBy(pause => pause.Since)
            .ThenBy(pause => pause.Scope)
            .ToListAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Setup;

/// <summary>Provides the configured database's context as <see cref="ArchiveContext"/>.</summary>
internal sealed class ArchiveContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<ArchiveContext>
    where TContext : ArchiveContext
{
    public ArchiveContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<ArchiveContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}

using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Setup;

/// <summary>Increments and reads <see cref="ChangeCount"/>.</summary>
internal static class ChangeCounts
{
    /// <summary>
    /// Call in the change's transaction, as its last write: concurrent changes of the same thing wait from here to the
    /// commit.
    /// </summary>
    public static Task<int> RaiseAsync(ArchiveContext context, string name, CancellationToken cancellationToken) =>
        context
            .ChangeCounts.Where(count => count.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(count => count.Number, count => count.Number + 1), cancellationToken);

    public static Task<long> ReadAsync(ArchiveContext context, string name, CancellationToken cancellationToken) =>
        context.ChangeCounts.Where(count => count.Name == name).Select(count => count.Number).SingleAsync(cancellationToken);
}

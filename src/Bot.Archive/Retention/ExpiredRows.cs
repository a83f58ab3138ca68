using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Retention;

/// <summary>Rows that nothing refers to: they go when they are old.</summary>
/// <param name="older">The rows of the table older than an instant, in any order.</param>
internal sealed class ExpiredRows<T>(RetainedKind kind, TimeSpan age, Func<ArchiveContext, DateTimeOffset, IQueryable<T>> older) : IExpiry
    where T : class
{
    public RetainedKind Kind => kind;

    public TimeSpan Age => age;

    public Task<int> CountAsync(ArchiveContext context, DateTimeOffset before, CancellationToken cancellationToken) =>
        older(context, before).CountAsync(cancellationToken);

    public async Task<Removal> RemoveAsync(ArchiveContext context, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var removed = await older(context, before).Take(most).ExecuteDeleteAsync(cancellationToken);
        return new(removed, removed < most);
    }
}

using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Installations;

/// <summary>Key-value pairs of the platforms; the last write wins.</summary>
public sealed class PlatformStateStore(IDbContextFactory<ArchiveContext> contexts, TimeProvider time) : IPlatformState
{
    private const int LongestKey = 100;
    private const int LongestValue = 16 * 1024;

    public async Task<string?> ReadAsync(PlatformId platform, string key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .PlatformState.Where(entry => entry.Platform == platform.Value && entry.Key == key)
            .Select(entry => entry.Value)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task WriteAsync(PlatformId platform, string key, string? value, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, LongestKey, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value?.Length ?? 0, LongestValue, nameof(value));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (value is null)
        {
            await context
                .PlatformState.Where(entry => entry.Platform == platform.Value && entry.Key == key)
                .ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_state ("Platform", "Key", "Value", "ChangedAt") VALUES ({platform.Value}, {key}, {value}, {time.GetUtcNow().UtcTicks})
            ON CONFLICT ("Platform", "Key") DO UPDATE SET "Value" = excluded."Value", "ChangedAt" = excluded."ChangedAt"
            """,
            cancellationToken
        );
    }
}
